using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Ahoy.Deploy;
using Ahoy.Deploy.Client;
using Ahoy.Deploy.Credentials;
using Ahoy.Deploy.Http;
using Ahoy.Deploy.Steps;
using Ahoy.Host.Tests.ControlPlane.Faults;
using Ahoy.TestSupport;
using static Ahoy.Host.Tests.ControlPlane.RunningControlPlane;

namespace Ahoy.Host.Tests.ControlPlane.Crashes;

/// <summary>Kills the host in the middle of deploys. <c>AHOY_CRASH_KILLS</c> says how often; a few times where it is not set.</summary>
public sealed partial class CrashTests
{
    private const int Deployers = 3;

    private static int Kills =>
        int.TryParse(Environment.GetEnvironmentVariable("AHOY_CRASH_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : 5;

    [Fact]
    public async Task Host_KilledAtRandomMomentsOfDeploys_KeepsAndServesAllThatItAcknowledged()
    {
        using var folder = new TempFolder();
        var random = new Random(20260131);
        var acknowledged = new ConcurrentQueue<string>();
        var deployed = new ConcurrentDictionary<string, Deployed>();
        var all = new List<string>();
        var number = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            var host = await HostProcess.StartAsync(folder.Path);
            await using (host)
            {
                all.AddRange(await VerifyAsync(host, acknowledged, deployed));
                using var stop = new CancellationTokenSource();
                var load = Enumerable.Range(0, Deployers).Select(i => DeployUntilItFailsAsync(i)).ToArray();

                // At some point of the first deploys or of later ones, whatever the machine's speed; and somewhere between two answers.
                var moment = random.Next(1, 80);
                await Eventually.HoldsAsync(() => acknowledged.Count >= moment, TimeSpan.FromMinutes(1));
                await Task.Delay(random.Next(0, 20), TestContext.Current.CancellationToken);
                await host.DisposeAsync();
                await stop.CancelAsync();
                await Task.WhenAll(load);

                async Task DeployUntilItFailsAsync(int deployer)
                {
                    using var client = Client(host.Api, new AcknowledgementRecorder(acknowledged, ServerlessClient.NewHandler()));
                    while (!stop.IsCancellationRequested)
                    {
                        var text = Interlocked.Increment(ref number);
                        using var package = SmallBuild.Write(folder.Combine($"build{text}"), $"service-{deployer}", $"run {text}");
                        try
                        {
                            var result = await new Deployer(client, new SilentProgress(), TimeProvider.System, folder.Combine("ledger")).DeployAsync(
                                new DeployRequest { Source = package, Verify = false }, CancellationToken.None);
                            deployed[result.ServiceName] = new Deployed(result.DomainName, text);
                        }
                        catch (DeployFailedException)
                        {
                            return;
                        }
                    }
                }
            }
        }

        await using var last = await HostProcess.StartAsync(folder.Path);
        all.AddRange(await VerifyAsync(last, acknowledged, deployed));
        foreach (var path in all)
        {
            acknowledged.Enqueue(path);
        }

        await VerifyAsync(last, acknowledged, deployed);
        Assert.NotEmpty(deployed);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Kills} kills: {all.Count} acknowledged resources are there, {number} deploys were begun, {deployed.Count} Services serve what was deployed last.");
    }

    // Everything that was acknowledged since the last time is there, and each Service serves what was deployed last or what a
    // deploy, whose answer the crash swallowed, has brought since.
    private static async Task<List<string>> VerifyAsync(
        HostProcess host, ConcurrentQueue<string> acknowledged, ConcurrentDictionary<string, Deployed> deployed)
    {
        using var http = new HttpClient();
        var paths = new List<string>();
        while (acknowledged.TryDequeue(out var path))
        {
            paths.Add(path);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Api, path));
            request.Headers.Authorization = Basic(Account.Sid, Account.AuthToken);
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode}");
        }

        foreach (var (service, what) in deployed)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{host.Port}/f0");
            request.Headers.Host = what.DomainName;
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{service}: {response.StatusCode} {body}");
            Assert.True(int.Parse(Run().Match(body).Groups[1].Value, CultureInfo.InvariantCulture) >= what.Number, $"{service}: '{body}', not run {what.Number}");
        }

        return paths;
    }

    private static ServerlessClient Client(Uri api, HttpMessageHandler handler) => new(
        ApiAddress.ForHost(api),
        new ApiCredentials(Account.Sid, Account.AuthToken, Account.Sid, "the test"),
        new RetryOptions { Limit = 0 },
        new AdaptiveConcurrency(),
        handler,
        TimeProvider.System);

    [GeneratedRegex(@"^run (\d+) 0$")]
    private static partial Regex Run();

    private sealed record Deployed(string DomainName, int Number);
}
