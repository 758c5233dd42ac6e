using System.Text.Json.Nodes;
using Ahoy.Deploy;
using Ahoy.Deploy.Client;
using Ahoy.Deploy.Credentials;
using Ahoy.Deploy.Http;
using Ahoy.Deploy.Steps;
using Ahoy.TestSupport;
using static Ahoy.Host.Tests.ControlPlane.RunningControlPlane;

namespace Ahoy.Host.Tests.ControlPlane.Faults;

/// <summary>Deploys over a connection that fails at every step.</summary>
public sealed class FaultTests
{
    private const int Runs = 200;

    [Fact]
    public async Task SeededFaults_EndDeployedOrCleanlyFailed_AndTheNextDeploySucceedsWithoutDuplicates()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Combine("data"), o => o with { MaxServices = Runs });
        var deployed = 0;
        var faults = 0;
        for (var seed = 0; seed < Runs; seed++)
        {
            using var package = SmallBuild.Write(folder.Combine($"build{seed}"), $"service-{seed}", $"run {seed}");
            var request = new DeployRequest
            {
                Source = package,
                Variables = [KeyValuePair.Create("A", "1"), KeyValuePair.Create("B", $"{seed}")],
                Verify = false,
            };

            // Every third run's connection is so bad that deploys fail.
            var proxy = new FaultyProxy(seed, rate: seed % 3 == 0 ? 0.6 : 0.2, ServerlessClient.NewHandler());
            using var client = Client(plane, proxy);
            var deployer = new Deployer(client, new SilentProgress(), TimeProvider.System, folder.Combine("ledger"));
            try
            {
                await deployer.DeployAsync(request, TestContext.Current.CancellationToken);
                deployed++;
            }
            catch (DeployFailedException e)
            {
                Assert.Contains("failed in the step", e.Message);
            }

            faults += proxy.Faults;
            proxy.IsHealed = true;
            var result = await deployer.DeployAsync(request, TestContext.Current.CancellationToken);
            await AssertExactlyAsync(plane, result, seed);
        }

        // Neither is worth anything if it never happens.
        Assert.InRange(deployed, 1, Runs - 1);
        Assert.True(faults > Runs, $"{faults} faults");
        TestContext.Current.TestOutputHelper?.WriteLine($"{Runs} runs: {deployed} deployed at once, {Runs - deployed} cleanly failed first, {faults} faults.");
    }

    [Fact]
    public async Task FailureAfterTheVariables_SetsThemBack()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Combine("data"));
        using var package = SmallBuild.Write(folder.Combine("one"), "shop", "one");
        using var other = SmallBuild.Write(folder.Combine("two"), "shop", "two");
        var gate = new DeploymentGate(ServerlessClient.NewHandler());
        using var client = Client(plane, gate);
        var deployer = new Deployer(client, new SilentProgress(), TimeProvider.System, folder.Combine("ledger"));
        var first = await deployer.DeployAsync(
            new DeployRequest { Source = package, Variables = [KeyValuePair.Create("A", "1")], Verify = false }, TestContext.Current.CancellationToken);

        gate.IsClosed = true;
        var failure = await Assert.ThrowsAsync<DeployFailedException>(() => deployer.DeployAsync(
            new DeployRequest { Source = other, Variables = [KeyValuePair.Create("A", "2"), KeyValuePair.Create("B", "3")], Verify = false },
            TestContext.Current.CancellationToken));

        Assert.Equal("Activate", failure.Step);
        Assert.Equal(first.EnvironmentSid, failure.Sid);
        Assert.Contains("is still running", failure.Message);
        var served = plane.Served.Find(first.DomainName)!;
        Assert.Equal(first.BuildSid, served.BuildSid);
        Assert.Equal(["A=1"], served.Variables.Select(v => $"{v.Key}={v.Value}"));
    }

    private static ServerlessClient Client(RunningControlPlane plane, HttpMessageHandler handler) => new(
        ApiAddress.ForHost(plane.Address),
        new ApiCredentials(Account.Sid, Account.AuthToken, Account.Sid, "the test"),
        new RetryOptions { Limit = 4, FirstDelay = TimeSpan.FromMilliseconds(1), LongestDelay = TimeSpan.FromMilliseconds(4) },
        new AdaptiveConcurrency(),
        handler,
        TimeProvider.System);

    private static async Task AssertExactlyAsync(RunningControlPlane plane, DeployResult result, int seed)
    {
        var service = $"Services/{result.ServiceSid}";
        var environments = (await plane.GetAsync($"{service}/Environments"))["environments"]!.AsArray();
        Assert.Equal("dev-environment", Assert.Single(environments)!["unique_name"]!.GetValue<string>());
        Assert.Equal(["/f0", "/f1", "/f2"], Names(await plane.GetAsync($"{service}/Functions?PageSize=100"), "functions", "friendly_name"));
        Assert.Equal(["/index.html"], Names(await plane.GetAsync($"{service}/Assets"), "assets", "friendly_name"));
        Assert.Equal(
            ["A", "B"], Names(await plane.GetAsync($"{service}/Environments/{result.EnvironmentSid}/Variables"), "variables", "key"));
        var served = plane.Served.Find(result.DomainName)!;
        Assert.Equal(result.BuildSid, served.BuildSid);
        Assert.Equal($"{seed}", served.Variables["B"]);
        Assert.Equal(4, served.Build.Resources.Count);
        Assert.Single((await plane.GetAsync("Services?PageSize=1000"))["services"]!.AsArray(), s => s!["unique_name"]!.GetValue<string>() == $"service-{seed}");
    }

    private static IEnumerable<string> Names(JsonObject page, string list, string field) =>
        page[list]!.AsArray().Select(r => r![field]!.GetValue<string>()).Order(StringComparer.Ordinal);

    /// <summary>Refuses Deployments while it is closed.</summary>
    private sealed class DeploymentGate(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public bool IsClosed { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            IsClosed && request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.EndsWith("/Deployments", StringComparison.Ordinal)
                ? Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.Forbidden))
                : base.SendAsync(request, cancellationToken);
    }
}
