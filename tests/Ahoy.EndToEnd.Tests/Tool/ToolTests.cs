using System.Runtime.InteropServices;
using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Tool;

/// <summary>The ahoy command as a .NET tool: packed, installed from its package, and used.</summary>
public sealed class ToolTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tool_Installed_ChecksAndServes()
    {
        var tool = await InstallAsync();
        _folder.Write("service/functions/hello.js", "exports.handler = (context, event, callback) => callback(null, 'hi');\n");
        var broken = _folder.Write("service/functions/broken.private.js", "callback(null, ;\n");
        var service = _folder.Combine("service");

        var result = await ProcessRunner.RunAsync(tool, ["check"], service, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("functions/broken.private.js:1:16: error AHOY0001", result.Output);
        Assert.Contains("2 files: 1 error, 0 warnings, 0 suggestions.", result.Output);

        File.Delete(broken);
        await using var running = await RunningService.StartAsync(RunningProcess.Start(tool, ["start", "--port", "0"], service));
        using var answer = await running.GetAsync("/hello");
        Assert.Equal("hi", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Packs the command, with the machine code that only releases have by default, and installs it.</summary>
    private async Task<string> InstallAsync()
    {
        var packages = _folder.Combine("packages");
        var packed = await Dotnet.RunAsync(
            Repository.Root,
            ["pack", "src/Ahoy.Cli", "--no-build", "-c", SdkPackage.Configuration, "-p:AhoyReadyToRun=true", "-p:AhoyVersion=0.1.0", "-o", packages]);
        Assert.True(packed.ExitCode == 0, packed.Output);

        _folder.Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="ahoy" value="{packages}" /></packageSources>
            </configuration>
            """);
        var installed = await Dotnet.RunAsync(
            _folder.Path,
            ["tool", "install", "ahoy", "--version", "0.1.0", "--tool-path", "tool"],
            new Dictionary<string, string?> { ["NUGET_PACKAGES"] = _folder.Combine("cache") });
        Assert.True(installed.ExitCode == 0, installed.Output);

        // One folder that runs everywhere, and one for this system; the command takes the latter.
        var settings = Directory.GetFiles(_folder.Combine("tool"), "DotnetToolSettings.xml", SearchOption.AllDirectories);
        Assert.Equal(["any", RuntimeInformation.RuntimeIdentifier], settings.Select(file => Path.GetFileName(Path.GetDirectoryName(file))).Order());
        return _folder.Combine(OperatingSystem.IsWindows() ? "tool/ahoy.exe" : "tool/ahoy");
    }
}
