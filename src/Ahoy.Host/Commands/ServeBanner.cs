using System.Globalization;
using System.Text;
using System.Text.Json;
using Ahoy.Api.Credentials;
using Ahoy.Host.Logs;
using Ahoy.Host.Offline;

namespace Ahoy.Host.Commands;

/// <summary>Says where Services are served and where to deploy to, then one line that programs can wait for.</summary>
internal static class ServeBanner
{
    public static void Write(StreamLog log, ServeSettings settings, int port, Uri api, string data, bool isNewAccount, int served, OfflineTwilio? offline, string? page = null)
    {
        var credentials = Path.Combine(data, CredentialsFile.Name);
        if (settings.WritesJson)
        {
            var line = new ServeReadyLine("ready", port, api.GetLeftPart(UriPartial.Authority), Environment.ProcessId, data, offline?.Url, page);
            log.WriteText(JsonSerializer.Serialize(line, ServeReadyJson.Default.ServeReadyLine) + "\n");
            return;
        }

        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"Services        http://<service>-<dddd>[-<suffix>].{settings.Domain}:{port} ({served} served)\n")
            .Append(CultureInfo.InvariantCulture, $"Serverless API  {api}v1\n")
            .Append(CultureInfo.InvariantCulture, $"Data            {data}\n");
        if (settings.Account is null)
        {
            text.Append(CultureInfo.InvariantCulture, $"Credentials     {credentials}{(isNewAccount ? " (new; readable by you alone)" : "")}\n");
        }

        if (settings.ApiListensToAll)
        {
            text.Append("Warning         The Serverless API is open to other machines, and without TLS its credentials can be read on the way.\n");
        }

        if (page is not null)
        {
            text.Append(PageBanner.Text(page));
        }

        if (offline is not null)
        {
            text.Append(OfflineBanner.Text(offline, served: null));
        }

        log.WriteText(text.Append(
            CultureInfo.InvariantCulture, $"{StartBanner.ReadyMark}port={port} api={api.GetLeftPart(UriPartial.Authority)}{(offline is null ? "" : $" offline={offline.Url}")} pid={Environment.ProcessId}{(page is null ? "" : $" page={page}")}\n").ToString());
    }
}
