using System.Globalization;
using System.Text.Json;
using Ahoy.Host.Environments;
using Ahoy.Host.Logs;
using Ahoy.Host.Offline;
using Ahoy.Model;

namespace Ahoy.Host.Commands;

/// <summary>Says what is being served and where: a table of the URLs, then one line that programs can wait for.</summary>
internal static class StartBanner
{
    /// <summary>What the ready line begins with.</summary>
    public const string ReadyMark = "ahoy: ready ";

    public static void Write(StreamLog log, ServedEnvironment served, int port, bool writesJson, OfflineTwilio? offline = null)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        if (writesJson)
        {
            log.WriteText(JsonSerializer.Serialize(new ReadyLine("ready", url, port, Environment.ProcessId, served.Build.Service, offline?.Url), BannerJson.Default.ReadyLine) + "\n");
            return;
        }

        var rows = served.Build.Resources.Select(r => Row(r, url)).ToList();
        log.WriteText(Table(rows)
            + (offline is null ? "" : OfflineBanner.Text(offline, served))
            + $"{ReadyMark}url={url}{(offline is null ? "" : $" offline={offline.Url}")} pid={Environment.ProcessId}\n");
    }

    private static string[] Row(Resource resource, string url)
    {
        var isPrivate = resource.Visibility == Visibility.Private;
        return
        [
            isPrivate ? "-" : resource.Kind == ResourceKind.Function ? "GET, POST" : "GET",
            isPrivate ? resource.Path : url + string.Join('/', resource.Path.Split('/').Select(Uri.EscapeDataString)),
            resource.Visibility.ToString().ToLowerInvariant(),
            resource.File,
        ];
    }

    private static string Table(List<string[]> rows)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        TextTable.Write(["Verb", "URL", "Visibility", "File"], rows, writer, TextTable.TerminalWidth, headersInColumns: false);
        return writer.ToString();
    }
}
