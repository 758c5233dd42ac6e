using System.Net;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.Model;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Commands;

/// <summary><c>ahoy start --build service.ahoy.zip</c>: a Build that is served as it is, by as many hosts as it takes.</summary>
public sealed class StartBuildTests : IDisposable
{
    private const string Hello = "exports.handler = (context, event, callback) => callback(null, `hello ${context.WHO}`);";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Archive_IsServedWithItsAssetsAndVariables()
    {
        const string Secret = "a private text";
        const string Reader = "exports.handler = (context, event, callback) => callback(null, Runtime.getAssets()['/secret.txt'].open());";
        const string Page = "<h1>Ahoy</h1>";
        var archive = BuildArchive.Write(
            _folder.Combine("service.ahoy.zip"),
            [
                (BuildArchive.Make(ResourceKind.Function, "/hello", Visibility.Public, Hello), Hello),
                (BuildArchive.Make(ResourceKind.Function, "/deep/reader", Visibility.Public, Reader), Reader),
                (BuildArchive.Make(ResourceKind.Function, "/guarded", Visibility.Protected, Hello), Hello),
                (BuildArchive.Make(ResourceKind.Asset, "/secret.txt", Visibility.Private, Secret), Secret),
                (BuildArchive.Make(ResourceKind.Asset, "/index.html", Visibility.Public, Page), Page),
            ]);
        await using var host = await StartAsync(archive, "--env", _folder.Write("names", "WHO=you"));

        Assert.Equal("hello you", await host.Client.GetStringAsync("/hello"));
        Assert.Equal(Secret, await host.Client.GetStringAsync("/deep/reader"));
        Assert.Equal(Page, await host.Client.GetStringAsync("/index.html"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/secret.txt")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Client.GetAsync("/guarded")).StatusCode);
    }

    [Fact]
    public async Task Hosts_OfOneArchive_StartTogetherAndServeTogether()
    {
        var archive = BuildArchive.Write(_folder.Combine("service.ahoy.zip"), ("/hello", Hello));

        var (starting, other) = (StartAsync(archive), StartAsync(archive));
        await using var second = await other;
        await using (var first = await starting)
        {
            Assert.Equal("hello undefined", await first.Client.GetStringAsync("/hello"));
            Assert.Equal("hello undefined", await second.Client.GetStringAsync("/hello"));
        }

        // What one of them ends with is not the other's problem.
        Assert.Equal("hello undefined", await second.Client.GetStringAsync("/hello"));
    }

    [Fact]
    public async Task Folder_ThatIsPrepared_IsOnlyRead()
    {
        var archive = BuildArchive.Write(_folder.Combine("service.ahoy.zip"), ("/hello", Hello));
        var work = _folder.Combine("image/work");
        await using (var prepare = await HostProcess.RunAsync("start", "--build", archive, "--work", work, "--prepare"))
        {
            Assert.True(prepare.ExitCode == 0, prepare.Errors);
        }

        var before = Snapshot(work);
        MakeReadOnly(work);
        try
        {
            await using var host = await StartAsync(archive, "--work", work);

            Assert.Equal("hello undefined", await host.Client.GetStringAsync("/hello"));
            Assert.Equal(before, Snapshot(work));
        }
        finally
        {
            MakeReadOnly(work, readOnly: false);
        }
    }

    [Fact]
    public async Task Archive_WhereNothingCanBeWritten_IsUnpackedElsewhereAndForgotten()
    {
        var archive = BuildArchive.Write(_folder.Combine("service.ahoy.zip"), ("/hello", Hello));
        var temporary = Directory.CreateDirectory(_folder.Combine("tmp")).FullName;

        // Where the folder would be lies a file: that stops the superuser too.
        _folder.Write("service.ahoy.zip.work", "");
        await using (var host = await HostProcess.StartBuildAsync(archive, new Dictionary<string, string> { ["TMPDIR"] = temporary, ["TEMP"] = temporary, ["TMP"] = temporary }))
        {
            Assert.Equal("hello undefined", await host.Client.GetStringAsync("/hello"));
            Assert.NotEmpty(Directory.GetDirectories(temporary, "ahoy-work-*"));
            if (!OperatingSystem.IsWindows())
            {
                host.Interrupt();
                await host.WaitForExitAsync();
                Assert.Empty(Directory.GetDirectories(temporary, "ahoy-work-*"));
            }
        }
    }

    [Fact]
    public async Task Archive_OfAnotherBuildInTheSamePlace_IsServedAnew()
    {
        var file = _folder.Combine("service.ahoy.zip");
        BuildArchive.Write(file, ("/hello", Hello));
        await using (var first = await StartAsync(file))
        {
            Assert.Equal("hello undefined", await first.Client.GetStringAsync("/hello"));
        }

        File.Delete(file);
        BuildArchive.Write(file, ("/hello", "exports.handler = (context, event, callback) => callback(null, 'again');"));
        await using var second = await StartAsync(file);

        Assert.Equal("again", await second.Client.GetStringAsync("/hello"));
    }

    [Fact]
    public async Task Archive_HonoursTheOptionsThatAProjectHas()
    {
        var archive = BuildArchive.Write(
            _folder.Combine("service.ahoy.zip"),
            ("/where", "exports.handler = (context, event, callback) => callback(null, `${context.DOMAIN_NAME} ${process.env.AHOY_TEST_MACHINE}`);"));

        await using var host = await HostProcess.StartBuildAsync(
            archive,
            new Dictionary<string, string> { ["AHOY_TEST_MACHINE"] = "mine" },
            "--public-url", "https://tunnel.example", "--load-local-env", "--detailed-logs");

        Assert.Equal("tunnel.example mine", await host.Client.GetStringAsync("/where?word=ahoy"));
        await Eventually.HoldsAsync(() => host.Output.Contains("query word: ahoy", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--inspect", "here", "--inspect here: it must be a port")]
    [InlineData("--public-url", "nonsense", "--public-url nonsense: it must be a URL")]
    [InlineData("--functions-folder", "src", "--functions-folder is about a project, and service.ahoy.zip is served as it was built: leave it out.")]
    [InlineData("--env", "missing.env", "'missing.env' does not exist, and --env names it")]
    public async Task Option_ThatAnArchiveCanNotHonour_IsRefused(string option, string value, string message)
    {
        var archive = BuildArchive.Write(_folder.Combine("service.ahoy.zip"), ("/hello", Hello));

        await using var host = await HostProcess.RunAsync("start", "--build", archive, "--port", "0", option, value);

        Assert.Equal(1, host.ExitCode);
        Assert.Contains(message, host.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/../../evil")]
    [InlineData("/a/../../../evil")]
    [InlineData("/a\\..\\evil")]
    [InlineData("//etc/evil")]
    public async Task Path_ThatLeadsOut_IsRefused(string path)
    {
        var archive = BuildArchive.Write(_folder.Combine("service.ahoy.zip"), (path, Hello));

        await using var host = await HostProcess.RunAsync("start", "--build", archive, "--port", "0");

        Assert.Equal(1, host.ExitCode);
        Assert.Contains("service.ahoy.zip: the path '", host.Errors, StringComparison.Ordinal);
        Assert.Equal(["service.ahoy.zip"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Where(n => n != "service.ahoy.zip.work"));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*evil*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Entry_ThatLeadsOut_IsNotWritten()
    {
        var archive = BuildArchive.Write(
            _folder.Combine("service.ahoy.zip"),
            [(BuildArchive.Make(ResourceKind.Function, "/hello", Visibility.Public, Hello), Hello)],
            ("../evil.js", "evil"),
            ("files/../../evil.js", "evil"));

        await using var host = await StartAsync(archive);

        Assert.Equal("hello undefined", await host.Client.GetStringAsync("/hello"));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*evil*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("missing.ahoy.zip", "missing.ahoy.zip: there is no such Build (--build).")]
    [InlineData("broken.ahoy.zip", "broken.ahoy.zip: no zip archive, or a damaged one:")]
    public async Task Archive_ThatIsNone_SaysSo(string name, string message)
    {
        _folder.Write("broken.ahoy.zip", "no archive");

        await using var host = await HostProcess.RunAsync("start", "--build", _folder.Combine(name), "--port", "0");

        Assert.Equal(1, host.ExitCode);
        Assert.Contains(message, host.Errors, StringComparison.Ordinal);
    }

    private static Task<HostProcess> StartAsync(string archive, params string[] arguments) =>
        HostProcess.StartBuildAsync(archive, new Dictionary<string, string>(), arguments);

    private static string[] Snapshot(string folder) =>
    [
        .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => $"{f} {new FileInfo(f).Length} {File.GetLastWriteTimeUtc(f):O}"),
        .. Directory.GetDirectories(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(d => $"{d} {Directory.GetLastWriteTimeUtc(d):O}"),
    ];

    private static void MakeReadOnly(string folder, bool readOnly = true)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var entry in (string[])[folder, .. Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories)])
        {
            var mode = File.GetUnixFileMode(entry);
            File.SetUnixFileMode(entry, readOnly ? mode & ~(UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite) : mode | UnixFileMode.UserWrite);
        }
    }
}
