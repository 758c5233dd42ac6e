using System.Diagnostics;
using System.Text.Json;
using Ahoy.Host.Workers;

namespace Ahoy.Host.Tests.Infrastructure;

/// <summary>Requests that the npm package <c>twilio</c> has signed: it is what production's signatures are compared with.</summary>
internal static class SignedRequests
{
    public const string AuthToken = "12345678901234567890123456789012";

    /// <summary>A request, with what it was signed as.</summary>
    /// <param name="Method">GET or POST.</param>
    /// <param name="Host">The host that it was signed for, with its port if it was signed with one.</param>
    /// <param name="Target">Path and query as sent.</param>
    /// <param name="ContentType">The type of the body, or null where there is none.</param>
    /// <param name="Body">The body.</param>
    /// <param name="Signature">The signature.</param>
    public sealed record SignedRequest(string Method, string Host, string Target, string? ContentType, string Body, string Signature);

    /// <summary>Generates as many different requests as asked for; the same ones for the same seed.</summary>
    public static async Task<IReadOnlyList<SignedRequest>> GenerateAsync(int count, int seed)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Infrastructure", "sign-requests.js");
        var start = new ProcessStartInfo(TestNode.Path, [script, $"{count}", $"{seed}", AuthToken])
        {
            RedirectStandardOutput = true,
            Environment = { ["NODE_PATH"] = HostModules.Folder },
        };
        using var process = Process.Start(start)!;
        var json = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return JsonSerializer.Deserialize<List<SignedRequest>>(json, JsonSerializerOptions.Web)!;
    }
}
