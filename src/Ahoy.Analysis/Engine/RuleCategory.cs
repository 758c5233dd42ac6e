namespace Ahoy.Analysis.Engine;

/// <summary>The groups of rules; a rule's file lies in the folder of this name.</summary>
internal enum RuleCategory
{
    /// <summary>AHOY0xxx: what the runtime can load.</summary>
    Language,

    /// <summary>AHOY1xxx: the handler and its callback.</summary>
    Handler,

    /// <summary>AHOY2xxx: promises.</summary>
    Promises,

    /// <summary>AHOY3xxx: headers and cookies.</summary>
    Headers,

    /// <summary>AHOY4xxx: what the project has.</summary>
    Project,

    /// <summary>AHOY7xxx: the flow of a call or conversation. AHOY5xxx are checks of the Build, AHOY6xxx is free.</summary>
    TwiML = 7,

    /// <summary>AHOY8xxx: found by runs in which what a Function asks of others fails.</summary>
    Faults = 8,
}
