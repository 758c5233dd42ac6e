using System.Text.RegularExpressions;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Checking;

/// <summary><c>ahoy check --watch</c>, as a process of its own.</summary>
public sealed class CheckWatchTests : IDisposable
{
    private const string Fine = "exports.handler = (context, event, callback) => callback(null, 'ok');\n";
    private const string Faulty = "exports.handler = (context, event, callback) => callback(null, event.request.headers.host);\n";
    private const string Waiting = "Waiting for changes.";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Watch_FileThatChanges_IsCheckedAgainUntilInterrupted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The test interrupts by a signal.");
        _folder.Write("functions/a.js", Fine);
        await using var watch = Start();
        await WaitForRoundAsync(watch, 1);

        _folder.Write("functions/a.js", Faulty);
        await WaitForRoundAsync(watch, 2);

        Assert.Contains("functions/a.js has changed.", watch.Output, StringComparison.Ordinal);
        Assert.Contains("functions/a.js:1:", watch.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", watch.Output, StringComparison.Ordinal);
        watch.Interrupt();
        Assert.Equal(130, await watch.WaitForExitAsync(s_patience));
    }

    [Fact]
    public async Task Watch_ProjectThatBreaks_IsWaitedFor()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The test interrupts by a signal.");
        _folder.Write("functions/a.js", Faulty);
        var baseline = _folder.Write("known/baseline.json", "<<<<<<< HEAD\n");
        await using var watch = Start("--baseline", baseline);
        await WaitForRoundAsync(watch, 1);
        Assert.Contains("conflict markers", watch.Output, StringComparison.Ordinal);

        _folder.Write("known/baseline.json", "{ \"version\": 1, \"findings\": [] }");
        await watch.WaitForAsync(output => output.Contains("warning AHOY3001", StringComparison.Ordinal), s_patience);
    }

    [Fact]
    public async Task Watch_FolderThatComesLater_IsWatched()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The test interrupts by a signal.");
        _folder.Write("functions/a.js", Fine);
        await using var watch = Start();
        await WaitForRoundAsync(watch, 1);
        Directory.CreateDirectory(_folder.Combine("assets"));
        await WaitForRoundAsync(watch, 2);

        _folder.Write("assets/price.protcted.txt", "");

        await watch.WaitForAsync(output => output.Contains("AHOY5004", StringComparison.Ordinal), s_patience);
    }

    [Theory]
    [InlineData("--format", "json")]
    [InlineData("--update-baseline", "--baseline", "b.json")]
    public async Task Watch_WhatDoesNotGoWithIt_IsRefused(params string[] options)
    {
        _folder.Write("functions/a.js", Fine);

        var result = await ProcessRunner.RunAsync(
            Dotnet.Program, ["exec", Program, "check", "--watch", .. options], _folder.Path, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--watch", result.Error, StringComparison.Ordinal);
    }

    private static string Program => typeof(Ahoy.Cli.Checking.CheckCommand).Assembly.Location;

    private RunningProcess Start(params string[] options) =>
        RunningProcess.Start(Dotnet.Program, ["exec", Program, "check", "--watch", .. options], _folder.Path);

    private static Task WaitForRoundAsync(RunningProcess watch, int round) =>
        watch.WaitForAsync(output => Regex.Count(output, Waiting) >= round, s_patience);
}
