using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ahoy.Cli.Proofs;

/// <summary>A request that a Function made in a run, and what came of it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">The address, without its query.</param>
/// <param name="Answer">What came: <see cref="Good"/>, a status, <c>reset</c>, <c>timeout</c> or <c>slow</c>.</param>
internal sealed partial record ProofCall(string Method, string Url, string Answer)
{
    /// <summary>All went well.</summary>
    public const string Good = "ok";

    /// <summary>Whom it asks for what. Whose account it is says nothing: it is made up.</summary>
    public string Name => $"{Method} {Account().Replace(Url[(Url.IndexOf("://", StringComparison.Ordinal) + 3)..], "/…/")}";

    /// <summary>Whether it is Twilio that is asked.</summary>
    public bool IsTwilio => Uri.TryCreate(Url, UriKind.Absolute, out var url) && (url.Host == "twilio.com" || url.Host.EndsWith(".twilio.com", StringComparison.Ordinal));

    /// <summary>What fits its path, whichever account it is.</summary>
    public string Pattern => "*/" + Url[(Url.LastIndexOf('/') + 1)..];

    /// <summary>Reads what a process has said.</summary>
    public static ProofCall Read(JsonElement call) =>
        new(call.GetProperty("method").GetString()!, call.GetProperty("url").GetString()!, call.GetProperty("answer").GetString()!);

    [GeneratedRegex("/2010-04-01/Accounts/AC[0-9a-f]{32}/")]
    private static partial Regex Account();

    /// <inheritdoc/>
    public override string ToString() => Answer switch
    {
        Good => $"{Name} succeeds",
        "reset" => $"the connection of {Name} breaks",
        "slow" => $"{Name} takes 3 s",
        "timeout" => $"{Name} times out",
        _ => $"{Name} fails with {Answer}",
    };
}
