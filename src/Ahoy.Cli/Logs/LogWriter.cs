using System.Globalization;
using System.Text.Json;
using Ahoy.Api;

namespace Ahoy.Cli.Logs;

/// <summary>Writes lines of a log: as text with the Function's path, or as JSON, one object a line.</summary>
/// <param name="output">Where to.</param>
/// <param name="json">Whether as JSON.</param>
/// <param name="functions">Knows the Functions' paths.</param>
internal sealed class LogWriter(TextWriter output, bool json, FunctionPaths functions)
{
    public async Task WriteAsync(IReadOnlyList<LogResource> lines, CancellationToken cancellation)
    {
        foreach (var line in lines)
        {
            await output.WriteLineAsync(json
                ? JsonSerializer.Serialize(line, ContractsJson.Default.LogResource)
                : await TextAsync(line, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
        }

        await output.FlushAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<string> TextAsync(LogResource line, CancellationToken cancellation)
    {
        var path = await functions.FindAsync(line.FunctionSid, cancellation).ConfigureAwait(false);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{line.DateCreated.ToLocalTime():yyyy-MM-dd HH:mm:ss} {line.Level.ToUpperInvariant(),-5} {(path is null ? "" : path + " ")}{line.Message}");
    }
}
