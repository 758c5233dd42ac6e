namespace Ahoy.Cli.Proofs;

/// <summary>What came of the runs for a finding.</summary>
internal enum ProofVerdict
{
    /// <summary>No run was found in time that shows it, and none that shows the opposite.</summary>
    Open,

    /// <summary>A run shows it.</summary>
    Proved,

    /// <summary>Every run there is went that way, and all was well: the finding is withdrawn.</summary>
    Refuted,
}
