namespace Ahoy.Analysis.TwiML.Reading;

/// <summary>What an object of the builder of npm <c>twilio</c> stands for.</summary>
internal readonly record struct BuilderType(TwiMLKind Kind, string Tag)
{
    /// <summary>The table of its kind of TwiML.</summary>
    public TwiMLSchema Schema => SchemaOf(Kind);

    /// <summary>The table of a kind of TwiML.</summary>
    public static TwiMLSchema SchemaOf(TwiMLKind kind) => kind == TwiMLKind.Voice ? TwiMLSchema.Voice : TwiMLSchema.Message;
}
