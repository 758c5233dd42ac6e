namespace Ahoy.Simulator.World;

/// <summary>What a handset does when it is called.</summary>
internal enum HandsetAnswer
{
    /// <summary>Answers by itself.</summary>
    Auto,

    /// <summary>Rings until somebody answers or rejects.</summary>
    Ring,

    /// <summary>Is busy.</summary>
    Busy,

    /// <summary>Rings, and nobody ever answers.</summary>
    Never,
}

/// <summary>How a handset, that is any number that is not the account's, behaves.</summary>
/// <param name="Answers">What it does when it is called.</param>
/// <param name="Refuses">The code with which messages to it end as undelivered; null where it takes them.</param>
/// <param name="AnsweredBy">Who answers: <c>human</c>, <c>machine</c>, <c>fax</c> or <c>unknown</c>.</param>
internal sealed record Handset(HandsetAnswer Answers, int? Refuses, string AnsweredBy = "human")
{
    /// <summary>Who may answer.</summary>
    public static readonly IReadOnlyList<string> Answerers = ["human", "machine", "fax", "unknown"];

    /// <summary>A handset that nothing was said of.</summary>
    public static readonly Handset Default = new(HandsetAnswer.Auto, null);

    /// <summary>What answering machine detection says of who answers.</summary>
    /// <param name="detection"><c>DetectMessageEnd</c> waits for the end of a machine's greeting.</param>
    public string AnsweredByFor(string detection) =>
        AnsweredBy != "machine" ? AnsweredBy : detection == "DetectMessageEnd" ? "machine_end_beep" : "machine_start";
}
