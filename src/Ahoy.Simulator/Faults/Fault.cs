namespace Ahoy.Simulator.Faults;

/// <summary>Something that fails, as <c>PUT /_ahoy/faults</c> has it.</summary>
internal sealed record Fault
{
    /// <summary>Which requests; what is left out stands for any.</summary>
    public FaultMatch Match { get; init; } = new();

    /// <summary>How often; null: until it is removed.</summary>
    public int? Times { get; init; }

    /// <summary>The status that is answered instead.</summary>
    public int? Status { get; init; }

    /// <summary>Twilio's code in that answer.</summary>
    public int? Code { get; init; }

    /// <summary>How long the answer is kept back.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether the connection is dropped without an answer.</summary>
    public bool Drop { get; init; }

    /// <summary>Whether the request goes on after the delay.</summary>
    public bool GoesOn => Status is null && !Drop;
}

/// <summary>Which requests fail.</summary>
internal sealed record FaultMatch
{
    /// <summary>The host, without a port; <c>*</c> stands for anything.</summary>
    public string? Host { get; init; }

    /// <summary>The method.</summary>
    public string? Method { get; init; }

    /// <summary>The path without its query; <c>*</c> stands for anything.</summary>
    public string? Path { get; init; }
}
