namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>What the analysis of a handler's paths can find. A <c>FlowRule</c> reports one kind.</summary>
internal enum FlowFindingKind
{
    /// <summary>AHOY1002.</summary>
    PathWithoutCallback,

    /// <summary>AHOY1003.</summary>
    RejectionWithoutCallback,

    /// <summary>AHOY1004.</summary>
    SecondCallback,

    /// <summary>AHOY1005.</summary>
    ReturnedValue,

    /// <summary>AHOY1006.</summary>
    UncaughtRejection,

    /// <summary>AHOY1007.</summary>
    NoCallbackParameter,

    /// <summary>AHOY2003.</summary>
    ChainCutOff,
}
