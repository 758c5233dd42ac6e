using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Ahoy.TestSupport;
using Aspire.Hosting;

namespace Ahoy.Aspire.Tests;

/// <summary>The app host of the sample, published: what its manifest says, and the image that the service's own project makes. No container engine is needed.</summary>
public sealed class PublishTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private static string Configuration { get; } = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}") ? "Release" : "Debug";

    private static string AppHost => Repository.Combine("samples", "appointments", "AppHost", "bin", Configuration, "net10.0", "AppHost.dll");

    [Fact]
    public async Task Manifest_HasTheServiceAsAProject_WithEndpointsAndAnAccountToSay()
    {
        using var folder = new TempFolder();

        var resources = await PublishAsync(folder);

        var service = resources["service"]!;
        Assert.Equal("project.v0", (string?)service["type"]);
        Assert.Equal(Repository.Combine("samples", "appointments", "Service", "Service.csproj"), ProjectOf(service, folder));
        Assert.Equal((3000, 3002), ((int)service["bindings"]!["http"]!["targetPort"]!, (int)service["bindings"]!["admin"]!["targetPort"]!));
        Assert.Equal("{service-account-sid.value}", (string?)service["env"]!["ACCOUNT_SID"]);
        Assert.Equal("{service-auth-token.value}", (string?)service["env"]!["AUTH_TOKEN"]);
        // The command is the image's.
        Assert.Null(service["args"]);
        Assert.True((bool)resources["service-auth-token"]!["inputs"]!["value"]!["secret"]!);
        Assert.Equal("AccountSid={service-account-sid.value};AuthToken={service-auth-token.value}", (string?)resources["service-twilio"]!["connectionString"]);
        var backend = resources["backend"]!["env"]!;
        Assert.Equal("{service-twilio.connectionString}", (string?)backend["ConnectionStrings__twilio"]);
        Assert.Equal("{service.bindings.http.url}", (string?)backend["services__service__http__0"]);
        // What is made for one run on this machine is in none of it.
        Assert.DoesNotContain("Endpoint=", resources.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Project_OfTheManifest_MakesTheImage_WithTheManifestsPorts()
    {
        using var folder = new TempFolder();
        var service = (await PublishAsync(folder))["service"]!;
        await using var registry = await StartRegistryAsync(folder);

        var made = await ProcessRunner.RunAsync(
            "dotnet",
            [
                "publish", ProjectOf(service, folder), "-t:PublishContainer", "-c", Configuration, "--nologo", "-tl:off",
                $"-p:ContainerBaseImage={registry.Name}/base:1", "-p:ContainerUser=1654", $"-p:ContainerArchiveOutputPath={folder.Combine("image.tar.gz")}", "-p:AhoyContainerNode=/usr/bin/node",
            ],
            Repository.Root,
            new Dictionary<string, string?> { ["DOTNET_CONTAINER_INSECURE_REGISTRIES"] = registry.Name },
            timeout: s_patience);

        Assert.True(made.ExitCode == 0, made.ToString());
        var (config, files) = await ReadImageAsync(folder.Combine("image.tar.gz"), folder.Combine("image"));
        Assert.Equal(
            service["bindings"]!.AsObject().Select(binding => $"{binding.Value!["targetPort"]}/tcp").Order(StringComparer.Ordinal),
            config["ExposedPorts"]!.AsObject().Select(port => port.Key).Order(StringComparer.Ordinal));
        var command = config["Entrypoint"]!.AsArray().Select(part => (string)part!).ToList();
        Assert.Equal(["dotnet", "/app/ahoy/ahoy.dll", "start"], command[..3]);
        Assert.Contains("--admin-port=3002", command.Concat((config["Cmd"]?.AsArray() ?? []).Select(part => (string)part!)));
        Assert.Equal("1654", (string?)config["User"]);
        Assert.Superset(new HashSet<string> { "app/ahoy/ahoy.dll", "app/service.ahoy.zip" }, files);
        // Beside it, what a cluster needs.
        Assert.Contains("kind: Deployment", await File.ReadAllTextAsync(folder.Combine("service.kubernetes.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_WithoutAProjectFile_SaysWhatIsMissing()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.Combine("functions"));
        var builder = DistributedApplication.CreateBuilder(["--operation", "publish", "--step", "publish-manifest", "--output-path", folder.Combine("out")]);

        var failure = Assert.Throws<DistributedApplicationException>(() => builder.AddTwilioFunctions("sms", folder.Path));

        Assert.Contains("has no project file", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<JsonObject> PublishAsync(TempFolder folder)
    {
        var result = await ProcessRunner.RunAsync(
            "dotnet", ["exec", AppHost, "--operation", "publish", "--step", "publish-manifest", "--output-path", folder.Combine("out")], Path.GetDirectoryName(AppHost)!, timeout: s_patience);
        Assert.True(result.ExitCode == 0, result.ToString());
        return JsonNode.Parse(await File.ReadAllTextAsync(folder.Combine("out/aspire-manifest.json")))!["resources"]!.AsObject();
    }

    private static string ProjectOf(JsonNode resource, TempFolder folder) => Path.GetFullPath((string)resource["path"]!, folder.Combine("out"));

    // An image of nothing but a file, from the registry of the benchmarks: the SDK's container support asks for one.
    private static async Task<Registry> StartRegistryAsync(TempFolder folder)
    {
        var tar = folder.Combine("layer.tar");
        await using (var writer = new TarWriter(File.Create(tar)))
        {
            await writer.WriteEntryAsync(folder.Write("passwd", "root:x:0:0::/root:/bin/sh\n"), "etc/passwd");
        }

        var bytes = await File.ReadAllBytesAsync(tar);
        await using (var zip = new GZipStream(File.Create(tar + ".gz"), CompressionLevel.Fastest))
        {
            await zip.WriteAsync(bytes);
        }

        var process = Process.Start(new ProcessStartInfo(
            "node", [Repository.Combine("bench", "commands", "container-registry.mjs"), tar + ".gz", $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}"]) { RedirectStandardOutput = true })!;
        return new Registry(process, $"127.0.0.1:{(await process.StandardOutput.ReadLineAsync())!.Trim()}");
    }

    private static async Task<(JsonNode Config, HashSet<string> Files)> ReadImageAsync(string archive, string folder)
    {
        await ExtractAsync(archive, folder);
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "manifest.json")))![0]!;
        var files = new HashSet<string>(StringComparer.Ordinal);
        foreach (var layer in manifest["Layers"]!.AsArray())
        {
            await using var unzip = new GZipStream(File.OpenRead(Path.Combine(folder, (string)layer!)), CompressionMode.Decompress);
            await using var reader = new TarReader(unzip);
            while (await reader.GetNextEntryAsync() is { } entry)
            {
                files.Add(entry.Name.TrimStart('.', '/'));
            }
        }

        return (JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, (string)manifest["Config"]!)))!["config"]!, files);
    }

    private static async Task ExtractAsync(string archive, string folder)
    {
        Directory.CreateDirectory(folder);
        await using var file = File.OpenRead(archive);
        // The name says gz; the SDK writes a plain archive.
        var isZipped = file.ReadByte() == 0x1f;
        file.Position = 0;
        await using Stream content = isZipped ? new GZipStream(file, CompressionMode.Decompress) : file;
        await TarFile.ExtractToDirectoryAsync(content, folder, overwriteFiles: true);
    }

    private sealed record Registry(Process Process, string Name) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            Process.Kill();
            await Process.WaitForExitAsync();
            Process.Dispose();
        }
    }
}
