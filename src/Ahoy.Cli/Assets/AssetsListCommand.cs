using System.CommandLine;
using System.Globalization;
using Ahoy.Api;
using Ahoy.Cli.Connections;
using Ahoy.Cli.Output;
using Ahoy.Deploy.Verification;
using Ahoy.Host.Commands;

namespace Ahoy.Cli.Assets;

/// <summary><c>ahoy assets list</c></summary>
internal static class AssetsListCommand
{
    public static Command Create()
    {
        var connection = new ConnectionOptions();
        var properties = OutputOptions.Properties();
        var extended = OutputOptions.Extended();
        var format = OutputOptions.Format();
        var command = new Command("list", "Lists the assets with their addresses.") { properties, extended, format };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => Failures.RunAsync(
            async () =>
            {
                using var client = connection.Connect(parsed);
                var (service, environment) = await AssetBucket.OfThisUser.FindAsync(client, cancellation).ConfigureAwait(false);
                IReadOnlyList<VersionResource> assets = environment.BuildSid is { } build
                    ? (await client.Builds.GetAsync(service.Sid, build, cancellation).ConfigureAwait(false)).AssetVersions
                    : [];
                var columns = ListWriter.Select(
                    Columns(ServiceAddress.Of(environment.DomainName, client.GatewayPort)), parsed.GetValue(properties), parsed.GetValue(extended));
                VersionResource[] sorted = [.. assets.OrderBy(a => a.Path, StringComparer.Ordinal)];
                if (OutputOptions.IsJson(parsed.GetValue(format)))
                {
                    ListWriter.WriteJson(ListWriter.ToJson(sorted, columns), Console.Out);
                }
                else
                {
                    ListWriter.WriteTable(sorted, columns, Console.Out, TextTable.TerminalWidth);
                }

                return ExitCode.Success;
            },
            cancellation));
        return command;
    }

    private static IReadOnlyList<Column<VersionResource>> Columns(Uri root) =>
    [
        new("sid", v => v.AssetSid),
        new("path", v => v.Path),
        new("url", v => new Uri(root, v.Path).ToString()),
        new("visibility", v => v.Visibility.ToString().ToLowerInvariant()),
        new("version_sid", v => v.Sid, IsDefault: false),
        new("date_created", v => v.DateCreated.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), IsDefault: false),
    ];
}
