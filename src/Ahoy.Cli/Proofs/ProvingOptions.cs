namespace Ahoy.Cli.Proofs;

/// <summary>What <c>ahoy check --prove</c> may spend.</summary>
internal sealed record ProvingOptions
{
    /// <summary>Whether findings are to be shown by runs.</summary>
    public bool Proves { get; init; }

    /// <summary>Whether what Functions ask of others is to fail.</summary>
    public bool Fails { get; init; }

    /// <summary>The most runs of a Function.</summary>
    public int Runs { get; init; } = 400;

    /// <summary>The most seconds for a Function.</summary>
    public int Seconds { get; init; } = 5;

    /// <summary>How many Functions run at a time.</summary>
    public int Processes { get; init; } = Math.Min(4, Environment.ProcessorCount);

    /// <summary>The folder to write tests into; null where none are.</summary>
    public string? TestsFolder { get; init; }

    /// <summary>The Node to run with; null for the one that the runtime asks for.</summary>
    public string? Node { get; init; }

    /// <summary>Whether anything is run at all.</summary>
    public bool IsOn => Proves || Fails;
}
