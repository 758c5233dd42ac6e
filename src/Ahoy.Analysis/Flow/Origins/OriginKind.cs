namespace Ahoy.Analysis.Flow.Origins;

/// <summary>Where a value comes from.</summary>
internal enum OriginKind
{
    Unknown,

    /// <summary>A library, or something global that is used like one.</summary>
    Library,

    /// <summary>A part of a library that is named but not yet called: <c>promisify</c> of <c>util</c>.</summary>
    LibraryMember,

    /// <summary>The Twilio REST client, a Sync client, or a part of either: <c>client.messages</c>.</summary>
    TwilioClient,

    /// <summary>What Twilio has answered with: a message, a call, a document, which can be asked to change.</summary>
    TwilioInstance,

    /// <summary>A promise.</summary>
    Promise,

    /// <summary>An array of promises.</summary>
    PromiseList,

    /// <summary>A function of which only this is known, that it returns a promise.</summary>
    PromiseFunction,

    /// <summary>A function of this file.</summary>
    Function,

    /// <summary>A class of this file.</summary>
    Class,

    /// <summary>An object of a class of this file.</summary>
    Instance,

    /// <summary>An object literal.</summary>
    ObjectLiteral,

    /// <summary>An array, a <c>Map</c> or a <c>Set</c>.</summary>
    Collection,

    /// <summary>A string, a number, a template, an object that a constructor made: neither a promise nor anything above.</summary>
    OtherValue,
}
