using System.Globalization;
using System.Text.Json;
using Ahoy.Api;

namespace Ahoy.Cli.Logs;

/// <summary>Writes lines of a log: as text, or as JSON, one object a line.</summary>
internal sealed class LogWriter(TextWriter output, bool json)
{
    public void Write(IEnumerable<LogResource> lines)
    {
        foreach (var line in lines)
        {
            output.WriteLine(json
                ? JsonSerializer.Serialize(line, ContractsJson.Default.LogResource)
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{line.DateCreated.ToLocalTime():yyyy-MM-dd HH:mm:ss} {line.Level.ToUpperInvariant(),-5} {line.Message}"));
        }

        output.Flush();
    }
}
