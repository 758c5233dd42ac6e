using System.Diagnostics;
using System.Globalization;
using Ahoy.Model;

namespace Ahoy.Host.Workers;

/// <summary>Asks a Node which version it is. Only done where a worker did not start: it takes as long as starting one.</summary>
internal static class NodeVersion
{
    /// <summary>What is wrong with a Node, in one line with what to do; null where nothing is.</summary>
    public static async Task<string?> ExplainAsync(string nodePath)
    {
        var version = await ReadAsync(nodePath).ConfigureAwait(false);
        if (version is null)
        {
            return $"'{nodePath}' is not Node: name the one to use with --node, or install Node {NodeRuntime.OldestSupportedMajor} or newer (https://nodejs.org).";
        }

        return Major(version) < NodeRuntime.OldestSupportedMajor
            ? $"Node {version} ('{nodePath}') is too old: install Node {NodeRuntime.OldestSupportedMajor} or newer (https://nodejs.org), or name another one with --node."
            : null;
    }

    /// <summary>The major version in a version like <c>22.14.0</c>, or 0.</summary>
    public static int Major(string version) =>
        int.TryParse(version.AsSpan(0, Math.Max(0, version.IndexOf('.', StringComparison.Ordinal))), NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : 0;

    private static async Task<string?> ReadAsync(string nodePath)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(nodePath, "--version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            var output = (await process.StandardOutput.ReadToEndAsync(patience.Token).ConfigureAwait(false)).Trim();
            return output.StartsWith('v') && Major(output[1..]) > 0 ? output[1..] : null;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException or OperationCanceledException)
        {
            return null;
        }
    }
}
