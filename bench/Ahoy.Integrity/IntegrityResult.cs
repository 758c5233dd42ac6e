using System.Globalization;
using System.Text;

namespace Ahoy.Integrity;

/// <summary>What a run found.</summary>
internal sealed record IntegrityResult
{
    public required long Right { get; init; }

    public required long Wrong { get; init; }

    /// <summary>Requests that a limit of the platform refused, with exactly the answer that it demands.</summary>
    public required long Limited { get; init; }

    /// <summary>Requests whose worker was killed, each by a kill of its own.</summary>
    public required long Killed { get; init; }

    /// <summary>The first things that were wrong, and how many there were.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>What happened besides.</summary>
    public required string Circumstances { get; init; }

    /// <summary>The first things that were wrong, and the closing line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var problem in Problems)
        {
            text.Append("wrong: ").Append(problem).Append('\n');
        }

        return text.Append(Circumstances).Append('\n')
            .Append(CultureInfo.InvariantCulture, $"right {Right}, wrong {Wrong}, refused by rule {Limited + Killed} (limits {Limited}, killed workers {Killed})")
            .ToString();
    }
}
