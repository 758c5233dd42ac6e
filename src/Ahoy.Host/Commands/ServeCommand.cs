using System.CommandLine;
using Ahoy.Api.Credentials;
using Ahoy.Host.ControlPlane.Security;
using Ahoy.Host.ControlPlane.Serving;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.Commands;

/// <summary><c>ahoy serve</c>: serves what is deployed to it, and is what it is deployed to.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var data = LastOption.Text("--data", "The folder to keep everything in.", "-d");
        var port = LastOption.Port("--port", 3000, "The port of the Services, or 0 for a free one.", "-p");
        var apiPort = LastOption.Port("--api-port", 3001, "The port of the Serverless API, or 0 for a free one.");
        var listenAll = LastOption.Flag("--listen-all", "Serves on all addresses of this machine, not only on localhost.");
        var apiListenAll = LastOption.Flag("--api-listen-all", "Opens the Serverless API to other machines. Put encryption before it.");
        var adminPort = LastOption.OptionalPort("--admin-port", "The port that tells whether the host can serve. Closed by default.");
        var allowHost = new Option<string[]>("--allow-host") { Description = "Another host name that the Serverless API answers for." };
        var domain = LastOption.Text("--domain", "What the domain names of Services end with. localhost by default.");
        var maxServices = new Option<int>("--max-services")
        {
            Description = "The most Services that there can be. The platform allows 50.",
            DefaultValueFactory = _ => PlatformLimits.ServicesPerAccount,
        };
        var accountSid = LastOption.Text("--account-sid", $"The account's SID. {CredentialVariables.Account} by default.");
        var authToken = LastOption.Text("--auth-token", $"The account's secret. {CredentialVariables.Token} hides it from other users.");
        var node = LastOption.Text("--node", "The Node to run Functions with.");
        var region = LastOption.Text("--region", "The region that Functions see in context.TWILIO_REGION: ie1.");
        var edge = LastOption.Text("--edge", "The edge that they see in context.TWILIO_EDGE: dublin.");
        var logFormat = LastOption.Choice("--log-format", "How log lines are written", "text", "json");
        var noLogs = LastOption.Flag("--no-logs", "Writes no line for each request; what Functions print is still written.");

        var command = new Command("serve", "Runs a host on this machine that you deploy Services to.")
        {
            data, port, apiPort, adminPort, listenAll, apiListenAll, allowHost, domain, maxServices, accountSid, authToken, node, region, edge, logFormat, noLogs,
        };
        // The control plane asks for credentials, and the page does not: it is there where somebody wants it.
        var page = new PageOption(command, isUsual: false);
        var offline = new OfflineOption(command, page.HasPage);
        command.SetAction((parsed, cancellation) =>
        {
            var settings = new ServeSettings
            {
                Data = Path.GetFullPath(parsed.GetValue(data) ?? DataFolder.DefaultPath),
                Port = parsed.GetValue(port),
                ApiPort = parsed.GetValue(apiPort),
                AdminPort = parsed.GetValue(adminPort),
                ListensToAll = parsed.GetValue(listenAll),
                ApiListensToAll = parsed.GetValue(apiListenAll),
                AllowedHostNames = parsed.GetValue(allowHost) ?? [],
                Domain = parsed.GetValue(domain)?.ToLowerInvariant() ?? "localhost",
                MaxServices = parsed.GetValue(maxServices),
                Account = GivenAccount(
                    parsed.GetValue(accountSid) ?? Environment.GetEnvironmentVariable(CredentialVariables.Account),
                    parsed.GetValue(authToken) ?? Environment.GetEnvironmentVariable(CredentialVariables.Token)),
                Offline = offline.Read(parsed),
                Page = page.Read(parsed, offline.ReadPort(parsed), offline.Read(parsed)),
                Node = parsed.GetValue(node),
                Region = new HostRegion(parsed.GetValue(region), parsed.GetValue(edge)),
                Level = LogLevelOption.Read(parsed) ?? Verbosity.Info,
                WritesJson = parsed.GetValue(logFormat) == "json",
                LogsRequests = !parsed.GetValue(noLogs),
            };
            return new ServeRunner(settings, TimeProvider.System).RunAsync(cancellation);
        });
        return command;
    }

    private static Account? GivenAccount(string? sid, string? token) =>
        string.IsNullOrEmpty(sid) || string.IsNullOrEmpty(token) ? null : new Account(sid, token);
}
