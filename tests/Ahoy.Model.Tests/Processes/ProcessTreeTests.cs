using System.Diagnostics;
using System.Globalization;

namespace Ahoy.Model.Tests.Processes;

public sealed class ProcessTreeTests
{
    // It starts another Node that stays for ever, and prints its process id.
    private const string Parent = """
        const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
        console.log(child.pid);
        setInterval(() => {}, 1000);
        """;

    [Fact]
    public async Task Kill_OfOneWithAChild_EndsBoth()
    {
        using var process = Process.Start(new ProcessStartInfo("node", ["-e", Parent]) { RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        using var child = Process.GetProcessById(int.Parse(line!, CultureInfo.InvariantCulture));

        ProcessTree.Kill(process);

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.HasExited);
        Assert.True(child.HasExited);
    }

    [Fact]
    public async Task Kill_OfOneThatHasEnded_DoesNothing()
    {
        using var process = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        ProcessTree.Kill(process);

        Assert.Equal(0, process.ExitCode);
    }
}
