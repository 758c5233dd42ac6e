using System.Text.RegularExpressions;
using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Publishing;

/// <summary><c>dotnet publish</c> to a host, as a new user does it: published, changed, published again, promoted, rolled back.</summary>
public sealed partial class PublishTests(SdkPackage package)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Publish_ChangePromoteAndGoBack_ServesWhatWasAskedFor()
    {
        using var user = new TempFolder();
        await using var host = Serve(user);
        var (port, api) = await ReadyAsync(host);

        using var project = package.CreateProject("shop");
        project.WriteFunction("hello.js", "one");
        var first = await PublishAsync(project, user, api);
        Assert.Equal("one", await GetAsync(port, first.Domain));

        project.WriteFunction("hello.js", "two");
        var second = await PublishAsync(project, user, api);
        Assert.Equal(first.Domain, second.Domain);
        Assert.NotEqual(first.Build, second.Build);
        Assert.Equal("two", await GetAsync(port, second.Domain));

        await AhoyAsync(project, user, api, "promote", "--from", "dev", "--production", "--create-environment");
        Assert.Equal("two", await GetAsync(port, second.Domain.Replace("-dev.", ".", StringComparison.Ordinal)));

        await AhoyAsync(project, user, api, "promote", "--build-sid", first.Build);
        Assert.Equal("one", await GetAsync(port, second.Domain));
        Assert.Equal("two", await GetAsync(port, second.Domain.Replace("-dev.", ".", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Publish_ToolkitProject_GoesWhereItsConfigurationSays()
    {
        using var user = new TempFolder();
        await using var host = Serve(user);
        var (port, api) = await ReadyAsync(host);
        using var project = package.CreateProject("shop");
        project.Write("functions/hello.js", "exports.handler = (context, event, callback) => callback(null, context.A);");
        project.Write(".env", "A=default");
        project.Write(".env.account", "A=account");
        var account = AccountSid().Match(await File.ReadAllTextAsync(user.Combine("data/credentials.json"), TestContext.Current.CancellationToken)).Value;
        project.Write(".twilioserverlessrc", $$"""
            { serviceName: 'top', commands: { deploy: { environment: 'test' } }, projects: { '{{account}}': { env: '.env.account', serviceName: 'shop' } } }
            """);

        var configured = await PublishAsync(project, user, api);
        Assert.Contains("-test.", configured.Domain, StringComparison.Ordinal);
        Assert.Equal("account", await GetAsync(port, configured.Domain));

        var off = await PublishAsync(project, user, api, "-p:AhoyToolkitConfiguration=false");
        Assert.Contains("-dev.", off.Domain, StringComparison.Ordinal);
        Assert.Equal("default", await GetAsync(port, off.Domain));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("{ environment: 'stage' }")]
    public async Task Publish_Production_GoesThereWithAnyConfiguration(string? configuration)
    {
        using var user = new TempFolder();
        await using var host = Serve(user);
        var (port, api) = await ReadyAsync(host);
        using var project = package.CreateProject("shop");
        project.WriteFunction("hello.js", "live");
        if (configuration is not null)
        {
            project.Write(".twilioserverlessrc", configuration);
        }

        var deployed = await PublishAsync(project, user, api, "-p:AhoyProduction=true");

        Assert.Matches(@"^shop-\d{4}\.localhost$", deployed.Domain.Split(':')[0]);
        Assert.Equal("live", await GetAsync(port, deployed.Domain));
    }

    [Fact]
    public async Task Publish_ProductionOfTheConfigurationAlone_IsRefusedWithoutABuildToo()
    {
        using var user = new TempFolder();
        using var project = package.CreateProject("shop");
        project.WriteFunction("hello.js");
        project.Write(".twilioserverlessrc", "{ production: true }");
        Assert.Equal(0, (await project.DotnetAsync(Environment(user), "build", "-c", "Release")).ExitCode);

        var result = await project.DotnetAsync(Environment(user), "publish", "--no-build", "-p:AhoyHostUrl=http://127.0.0.1:9");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error AHOY6001: ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_HostThatDoesNotRun_FailsWithTheReasonAndWhatToDo()
    {
        using var user = new TempFolder();
        using var project = package.CreateProject("shop");
        project.WriteFunction("hello.js");

        var environment = Environment(user);
        environment["AHOY_ACCOUNT_SID"] = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
        environment["AHOY_AUTH_TOKEN"] = "secret";
        var result = await project.DotnetAsync(environment, "publish", "-p:AhoyHostUrl=http://127.0.0.1:9");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error AHOY6000: ", result.Output, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1:9 can't be reached", result.Output, StringComparison.Ordinal);
        Assert.Contains("`ahoy serve`", result.Output, StringComparison.Ordinal);
    }

    internal static RunningProcess Serve(TempFolder user) => RunningProcess.Start(
        Dotnet.Program,
        ["exec", Command, "serve", "--data", user.Combine("data"), "--port", "0", "--api-port", "0"],
        user.Path,
        Environment(user));

    internal static async Task<(string Port, string Api)> ReadyAsync(RunningProcess host)
    {
        var ready = Ready().Match(await host.WaitForLineAsync("ahoy: ready ", s_patience));
        return (ready.Groups[1].Value, ready.Groups[2].Value);
    }

    internal static string Command => Repository.Combine("src", "Ahoy.Cli", "bin", SdkPackage.Configuration, "net10.0", "ahoy.dll");

    // The host and what deploys to it find one another by files of the user's.
    internal static Dictionary<string, string?> Environment(TempFolder user) => new()
    {
        ["XDG_DATA_HOME"] = user.Path,
        ["LOCALAPPDATA"] = user.Path,
        ["AHOY_ACCOUNT_SID"] = null,
        ["AHOY_AUTH_TOKEN"] = null,
    };

    internal static async Task<(string Domain, string Build)> PublishAsync(
        OutsideProject project, TempFolder user, string api, params string[] arguments)
    {
        var result = await project.DotnetAsync(Environment(user), ["publish", $"-p:AhoyHostUrl={api}", .. arguments]);
        Assert.True(result.ExitCode == 0, result.ToString());
        var deployed = Deployed().Match(result.Output);
        Assert.True(deployed.Success, result.Output);
        return (deployed.Groups[1].Value, deployed.Groups[2].Value);
    }

    private static async Task AhoyAsync(OutsideProject project, TempFolder user, string api, params string[] arguments)
    {
        var result = await ProcessRunner.RunAsync(
            Dotnet.Program, ["exec", Command, .. arguments, "--host-url", api], project.Folder, Environment(user), s_patience);
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    private static async Task<string> GetAsync(string port, string domain)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}/hello");
        request.Headers.Host = domain;
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"port=(\d+) api=(\S+) pid=")]
    private static partial Regex Ready();

    [GeneratedRegex("AC[0-9a-f]{32}")]
    private static partial Regex AccountSid();

    [GeneratedRegex(@"Deployed shop to (\S+) in [\d.]+ s: (ZB[0-9a-f]{32})")]
    private static partial Regex Deployed();
}
