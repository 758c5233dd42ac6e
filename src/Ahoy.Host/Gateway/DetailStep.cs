using System.Text;
using Ahoy.Host.Logs;

namespace Ahoy.Host.Gateway;

/// <summary>Writes query and body of each request to the log, where that is asked for.</summary>
internal sealed class DetailStep(GatewayOptions options, ILogSink log, TimeProvider time)
{
    private const int LongestBody = 4096;

    public void Run(GatewayRequest request)
    {
        if (!options.LogsDetails)
        {
            return;
        }

        var text = new StringBuilder();
        Add(text, "query", new FormReader(request.Query));
        if (request.Body.Kind == BodyKind.Form)
        {
            foreach (var (name, value) in request.Body.Fields)
            {
                text.Append($"\nbody {name}: {value}");
            }
        }
        else if (request.Body.Length > 0)
        {
            var bytes = request.Body.Bytes;
            text.Append("\nbody ").Append(Encoding.UTF8.GetString(bytes.Length > LongestBody ? bytes[..LongestBody] : bytes));
        }

        if (text.Length > 0)
        {
            log.Write(new OutputEntry(
                time.GetUtcNow(), request.Served!, request.Sid.Value, request.Route!.Resource.Path, OutputLevel.Info, 0, text.ToString(1, text.Length - 1)));
        }
    }

    private static void Add(StringBuilder text, string from, FormReader parameters)
    {
        foreach (var (name, value) in parameters)
        {
            text.Append($"\n{from} {name}: {value}");
        }
    }
}
