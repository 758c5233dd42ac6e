using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Ahoy.Deploy;
using Ahoy.Deploy.Client;
using Ahoy.Deploy.Credentials;
using Ahoy.Deploy.Http;
using Ahoy.Deploy.Steps;
using Ahoy.Host.Tests.ControlPlane.Crashes;
using Ahoy.Host.Tests.ControlPlane.Faults;
using Ahoy.TestSupport;
using static Ahoy.Host.Tests.ControlPlane.RunningControlPlane;

namespace Ahoy.Host.Tests.ControlPlane.Scale;

/// <summary>
/// Many Services on one host. <c>AHOY_SCALE_SERVICES</c> says how many (200 are what docs/performance.md tells of); a few where it is not set. The limits
/// here are wide: the machine may be busy.
/// </summary>
public sealed partial class ManyServicesTests
{
    private const int Functions = 10;
    private const int Requests = 300;
    private const int Deploys = 5;

    private static bool IsMeasuring => Environment.GetEnvironmentVariable("AHOY_SCALE_SERVICES") is { Length: > 0 };

    private static int Services =>
        int.TryParse(Environment.GetEnvironmentVariable("AHOY_SCALE_SERVICES"), NumberStyles.None, CultureInfo.InvariantCulture, out var services) ? services : 20;

    [Fact]
    public async Task Services_AreCheapWhileIdle_AndDoNotSlowOneAnotherDown()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The memory of a process is read from /proc.");
        using var folder = new TempFolder();
        string[] more = ["--max-services", "10000"];
        var empty = await MeasureStartAsync(folder.Combine("empty"), more);
        var full = folder.Combine("full");
        var domains = new List<string>();
        await using (var host = await HostProcess.StartAsync(Directory.CreateDirectory(full).FullName, more))
        {
            using var client = Client(host.Api);
            for (var i = 0; i < Services; i++)
            {
                domains.Add((await DeployAsync(client, folder, $"service-{i}", $"text {i}")).DomainName);
            }
        }

        var start = await MeasureStartAsync(full, more);
        var perService = Math.Max(0, start.Kilobytes - empty.Kilobytes) / (double)Services;

        await using var running = await HostProcess.StartAsync(full, more);
        using var http = new HttpClient();
        var used = IsMeasuring ? await MeasureUseAsync(http, running, domains) : 0;
        await MedianAsync(http, running.Port, domains[0], sent => sent < Requests);
        var alone = await MedianAsync(http, running.Port, domains[0], sent => sent < Requests);
        using var stop = new CancellationTokenSource();
        using var other = Client(running.Api);
        var deploys = 0;
        var load = Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    await DeployAsync(other, folder, $"service-{1 + (deploys % (Services - 1))}", $"again {deploys}");
                    Interlocked.Increment(ref deploys);
                }
            },
            TestContext.Current.CancellationToken);
        var beside = await MedianAsync(http, running.Port, domains[0], sent => sent < Requests || (Volatile.Read(ref deploys) < Deploys && !load.IsCompleted));
        await stop.CancelAsync();
        await load;

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Services} Services of {Functions} Functions: start {start.Time.TotalMilliseconds:0} ms (empty {empty.Time.TotalMilliseconds:0} ms), {perService:0.0} kB for each, {used:0} kB once all were called and are idle again; a request takes {alone.TotalMilliseconds:0.00} ms, beside {deploys} deploys to others {beside.TotalMilliseconds:0.00} ms (ratio {beside / alone:0.00})."));
        Assert.True(perService < 1024, $"{perService} kB for each Service");
        Assert.True(used < 1024, $"{used} kB for each Service after it was called");
        // The time that it waited for a busy machine tells nothing of it.
        Assert.True(start.Processor - empty.Processor < TimeSpan.FromSeconds(2), $"{start.Processor} with, {empty.Processor} without Services");
        Assert.True(beside < (alone * 10) + TimeSpan.FromMilliseconds(20), $"{alone} alone, {beside} beside deploys");
    }

    private static async Task<(TimeSpan Time, TimeSpan Processor, long Kilobytes)> MeasureStartAsync(string folder, string[] arguments)
    {
        Directory.CreateDirectory(folder);
        var started = Stopwatch.GetTimestamp();
        await using var host = await HostProcess.StartAsync(folder, arguments);
        var time = Stopwatch.GetElapsedTime(started);
        var status = await File.ReadAllTextAsync($"/proc/{host.Id}/status", TestContext.Current.CancellationToken);
        using var process = Process.GetProcessById(host.Id);
        return (time, process.TotalProcessorTime, long.Parse(ResidentMemory().Match(status).Groups[1].Value, CultureInfo.InvariantCulture));
    }

    // What each Service leaves behind that was called once, in all processes, once the host has given back its workers.
    private static async Task<double> MeasureUseAsync(HttpClient http, HostProcess host, IReadOnlyList<string> domains)
    {
        await MedianAsync(http, host.Port, domains[0], sent => sent < 1);
        await WorkersAreGivenBackAsync(host);
        var before = Kilobytes(host);
        foreach (var domain in domains)
        {
            await MedianAsync(http, host.Port, domain, sent => sent < 1);
        }

        await WorkersAreGivenBackAsync(host);
        return (Kilobytes(host) - before) / (double)domains.Count;
    }

    // What stays is the host, its guard against orphans, and the worker that it keeps for whoever comes next.
    private static Task WorkersAreGivenBackAsync(HostProcess host) =>
        Eventually.HoldsAsync(() => ProcessFamily.Of(host.Id).Count <= 3, TimeSpan.FromMinutes(5));

    private static long Kilobytes(HostProcess host) => ProcessFamily.Of(host.Id).Sum(id =>
        long.Parse(ResidentMemory().Match(File.ReadAllText($"/proc/{id}/status")).Groups[1].Value, CultureInfo.InvariantCulture));

    private static async Task<TimeSpan> MedianAsync(HttpClient http, int port, string domain, Func<int, bool> goesOn)
    {
        var times = new List<TimeSpan>(Requests);
        while (goesOn(times.Count))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}/f0");
            request.Headers.Host = domain;
            var started = Stopwatch.GetTimestamp();
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            times.Add(Stopwatch.GetElapsedTime(started));
            Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
        }

        times.Sort();
        return times[times.Count / 2];
    }

    private static async Task<DeployResult> DeployAsync(ServerlessClient client, TempFolder folder, string service, string text)
    {
        using var package = SmallBuild.Write(folder.Combine($"builds/{service}"), service, text, Functions);
        return await new Deployer(client, new SilentProgress(), TimeProvider.System, folder.Combine("ledger")).DeployAsync(
            new DeployRequest { Source = package, Verify = false }, TestContext.Current.CancellationToken);
    }

    private static ServerlessClient Client(Uri api) => new(
        ApiAddress.ForHost(api),
        new ApiCredentials(Account.Sid, Account.AuthToken, Account.Sid, "the test"),
        new RetryOptions(),
        new AdaptiveConcurrency(),
        ServerlessClient.NewHandler(),
        TimeProvider.System);

    [GeneratedRegex(@"VmRSS:\s+(\d+) kB")]
    private static partial Regex ResidentMemory();
}
