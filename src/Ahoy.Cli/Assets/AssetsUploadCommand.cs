using System.CommandLine;
using Ahoy.Cli.Connections;
using Ahoy.Cli.Output;
using Ahoy.Deploy.Client;
using Ahoy.Api;
using Ahoy.Deploy.Verification;
using Ahoy.Model;

namespace Ahoy.Cli.Assets;

/// <summary><c>ahoy assets upload FILE [--protected]</c>: adds the file to those that are served.</summary>
internal static class AssetsUploadCommand
{
    public static Command Create()
    {
        var connection = new ConnectionOptions();
        var file = new Argument<string>("file") { Description = "The file." };
        var isProtected = new Option<bool>("--protected") { Description = "Serves it only to requests that Twilio signed." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replaces the asset of the same name." };
        var command = new Command("upload", "Uploads a file and serves it.") { file, isProtected, overwrite };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => Failures.RunAsync(
            async () =>
            {
                var info = new FileInfo(parsed.GetValue(file)!);
                var visibility = parsed.GetValue(isProtected) ? Visibility.Protected : Visibility.Public;
                var path = "/" + info.Name.Replace(' ', '-');
                Check(info, path, visibility);
                using var client = connection.Connect(parsed);
                var (service, environment) = await AssetBucket.OfThisUser.FindAsync(client, cancellation).ConfigureAwait(false);
                var others = await OtherVersionsAsync(client, environment, path, parsed.GetValue(overwrite), cancellation).ConfigureAwait(false);
                var version = await UploadAsync(client, service, info, path, visibility, cancellation).ConfigureAwait(false);
                await ServeAsync(client, environment, [.. others, version], cancellation).ConfigureAwait(false);
                await Console.Out.WriteLineAsync(
                    new Uri(ServiceAddress.Of(environment.DomainName, client.GatewayPort), path).ToString()).ConfigureAwait(false);
                return ExitCode.Success;
            },
            cancellation));
        return command;
    }

    private static void Check(FileInfo file, string path, Visibility visibility)
    {
        if (!file.Exists)
        {
            throw new UserErrorException($"{file.FullName}: there is no such file.");
        }

        if (PathRule.Validate(ResourceKind.Asset, path) is { } problem)
        {
            throw new UserErrorException($"{file.FullName}: {problem}: rename the file.");
        }

        if (file.Length > PlatformLimits.AssetBytes(visibility))
        {
            throw new UserErrorException(FormattableString.Invariant(
                $"{file.FullName}: it has {file.Length} bytes, and {PlatformLimits.AssetBytes(visibility)} are allowed."));
        }
    }

    private static async Task<IReadOnlyList<string>> OtherVersionsAsync(
        ServerlessClient client, EnvironmentResource environment, string path, bool overwrite, CancellationToken cancellation)
    {
        if (environment.BuildSid is not { } sid)
        {
            return [];
        }

        var build = await client.Builds.GetAsync(environment.ServiceSid, sid, cancellation).ConfigureAwait(false);
        if (!overwrite && build.AssetVersions.Any(v => v.Path == path))
        {
            throw new UserErrorException($"There is an asset {path} already. Give --overwrite to replace it.", ExitCode.Failed);
        }

        return [.. build.AssetVersions.Where(v => v.Path != path).Select(v => v.Sid)];
    }

    private static async Task<string> UploadAsync(
        ServerlessClient client, ServiceResource service, FileInfo file, string path, Visibility visibility, CancellationToken cancellation)
    {
        var asset = await client.Resources.ListAsync(service.Sid, ResourceKind.Asset, cancellation)
                .FirstOrDefaultAsync(a => a.FriendlyName == path, cancellation).ConfigureAwait(false)
            ?? await client.Resources.CreateAsync(service.Sid, ResourceKind.Asset, path, cancellation).ConfigureAwait(false);

        // The hash is for those who compare Builds; here nobody does.
        var resource = new Resource(ResourceKind.Asset, path, visibility, file.Name, file.Length, ContentTypes.ForFile(file.Name), sha256: "");
        var version = await client.Versions.UploadAsync(service.Sid, asset.Sid, resource, file.OpenRead, cancellation).ConfigureAwait(false);
        return version.Sid;
    }

    private static async Task ServeAsync(
        ServerlessClient client, EnvironmentResource environment, IReadOnlyList<string> versions, CancellationToken cancellation)
    {
        var build = await client.Builds.CreateAsync(environment.ServiceSid, [], versions, [], NodeRuntime.Default, cancellation).ConfigureAwait(false);
        BuildStatusResource status;
        while ((status = await client.Builds.GetStatusAsync(environment.ServiceSid, build.Sid, cancellation).ConfigureAwait(false)).Status == BuildStatus.Building)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancellation).ConfigureAwait(false);
        }

        if (status.Status == BuildStatus.Failed)
        {
            throw new UserErrorException($"The platform could not package the assets: {string.Join(" ", status.Errors ?? [])}", ExitCode.Failed);
        }

        await client.Deployments.CreateAsync(environment.ServiceSid, environment.Sid, build.Sid, cancellation).ConfigureAwait(false);
    }
}
