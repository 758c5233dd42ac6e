using System.Diagnostics;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Workers;

/// <summary>However the host ends, its workers do.</summary>
public sealed class OrphanTests
{
    private static readonly Dictionary<string, string> s_files = new()
    {
        ["functions/pid.js"] = "exports.handler = (context, event, callback) => callback(null, String(process.pid));",
        ["functions/busy.js"] = "exports.handler = () => { require('fs').writeFileSync('busy', String(process.pid)); for (;;); };",
        ["functions/waits.js"] = "exports.handler = () => { require('fs').writeFileSync('waits', String(process.pid)); };",
    };

    [Theory]
    [InlineData("SIGTERM")]
    [InlineData("SIGINT")]
    [InlineData("SIGKILL")]
    public async Task Host_EndedBySignal_LeavesNoProcess(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        using var folder = new TempFolder();
        foreach (var (path, content) in s_files)
        {
            folder.Write(path, content);
        }

        await using var host = await HostProcess.StartAsync(folder.Path);
        var workers = new List<int> { int.Parse(await host.Client.GetStringAsync("/pid")) };
        var stuck = new[] { host.Client.GetAsync("/busy"), host.Client.GetAsync("/waits") };
        await Eventually.HoldsAsync(() => HasContent("busy") && HasContent("waits"));
        workers.Add(int.Parse(File.ReadAllText(folder.Combine("busy"))));
        workers.Add(int.Parse(File.ReadAllText(folder.Combine("waits"))));
        Assert.All(workers, id => Assert.True(TestProcesses.Exists(id)));

        using (var kill = Process.Start("kill", ["-" + signal[3..], $"{host.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        await host.WaitForExitAsync();
        await Eventually.HoldsAsync(() => workers.TrueForAll(id => !TestProcesses.Exists(id)));
        foreach (var request in stuck)
        {
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => request);
        }

        bool HasContent(string file) => File.Exists(folder.Combine(file)) && new FileInfo(folder.Combine(file)).Length > 0;
    }
}
