using System.Text.Json;

namespace Ahoy.Cli.Proving;

/// <summary>A request that a Function made in a run, and what came of it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">The address, without its query.</param>
/// <param name="Answer">What came: <see cref="Good"/>, a status, <c>reset</c>, <c>slow</c> or <c>never</c>.</param>
internal sealed record ProofCall(string Method, string Url, string Answer)
{
    /// <summary>All went well.</summary>
    public const string Good = "ok";

    /// <summary>Whom it asks for what.</summary>
    public string Name => $"{Method} {Url[(Url.IndexOf("://", StringComparison.Ordinal) + 3)..]}";

    /// <summary>Reads what a process has said.</summary>
    public static ProofCall Read(JsonElement call) =>
        new(call.GetProperty("method").GetString()!, call.GetProperty("url").GetString()!, call.GetProperty("answer").GetString()!);

    /// <inheritdoc/>
    public override string ToString() => Answer switch
    {
        Good => $"{Name} succeeds",
        "reset" => $"the connection of {Name} breaks",
        "slow" => $"{Name} takes 3 s",
        "never" => $"{Name} is never answered",
        _ => $"{Name} fails with {Answer}",
    };
}
