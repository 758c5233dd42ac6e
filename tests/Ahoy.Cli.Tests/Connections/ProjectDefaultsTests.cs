using System.Text.Json.Nodes;
using Ahoy.Cli.Tests.Infrastructure;

namespace Ahoy.Cli.Tests.Connections;

/// <summary>What <c>.twilioserverlessrc</c> says, in the Serverless Toolkit's order: flags, projects, environments, commands, the top.</summary>
public sealed class ProjectDefaultsTests(DeployHost host)
{
    [Fact]
    public async Task Deploy_TakesWhatTheFileSays_AndFlagsFirst()
    {
        using var project = new BuiltProject("rc-unused");
        project.Write(".env", "A=default");
        project.Write(".env.stage", "A=stage");
        project.Write(".env.account", "A=account");
        project.Write(".twilioserverlessrc", $$"""
            {
              // JSON5
              serviceName: 'rc-named',
              env: '.env',
              commands: { deploy: { environment: 'stage' }, list: { properties: 'domain_suffix' } },
              environments: { stage: { env: '.env.stage' }, '*': { serviceName: 'rc-production' } },
              projects: { '{{host.AccountSid}}:us1': { outputFormat: 'json' } },
            }
            """);

        var stage = await DeployAsync(project.Path);
        Assert.Equal("rc-named", (string?)stage["serviceName"]);
        Assert.Equal("stage", (string?)stage["environmentSuffix"]);
        Assert.Equal("one stage", await host.GetAsync((string)stage["domain"]!, "/hello"));

        var test = await DeployAsync(project.Path, "--environment", "test", "--env", ".env.account");
        Assert.Equal("test", (string?)test["environmentSuffix"]);
        Assert.Equal("one account", await host.GetAsync((string)test["domain"]!, "/hello"));

        var list = await host.AhoyAsync(project.Path, "list", "environments");
        Assert.Equal("environments\ndomain_suffix\ntest\nstage\n", list.Output);

        var none = await host.AhoyAsync(project.Path, "deploy", "--no-config", "-o", "json", "--service-name", "rc-unused");
        Assert.Equal("dev", (string?)JsonNode.Parse(none.Output)!["environmentSuffix"]);
    }

    [Fact]
    public async Task Scope_OfTheAccount_BeatsTheOthers()
    {
        using var project = new BuiltProject("rc-account-default");
        project.Write(".env.account", "A=account");
        project.Write(".twilioserverlessrc", $$"""
            {
              production: true, serviceName: 'rc-top', env: '.env.missing', loadSystemEnv: true,
              environments: { '*': { env: '.env.missing' } },
              projects: { {{host.AccountSid}}: { serviceName: 'rc-account', env: '.env.account' }, AC00000000000000000000000000000000: { serviceName: 'other' } },
            }
            """);

        var production = await DeployAsync(project.Path, "--production");

        Assert.Equal("rc-account", (string?)production["serviceName"]);
        Assert.Equal("", (string?)production["environmentSuffix"]);
        Assert.Equal("one account", await host.GetAsync((string)production["domain"]!, "/hello"));
    }

    [Fact]
    public async Task File_ThatIsBroken_IsNamedWithItsLine()
    {
        using var project = new BuiltProject("rc-broken");
        project.Write(".twilioserverlessrc", "{\n  env: ,\n}");

        var result = await host.AhoyAsync(project.Path, "logs");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(".twilioserverlessrc(2): not valid JSON5", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Config_NamesAnotherFile()
    {
        using var project = new BuiltProject("rc-elsewhere");
        project.Write("ci/deploy.json5", "{ environment: 'ci' }");

        var result = await DeployAsync(project.Path, "-c", "ci/deploy.json5");

        Assert.Equal("ci", (string?)result["environmentSuffix"]);
    }

    private async Task<JsonObject> DeployAsync(string folder, params string[] arguments)
    {
        var result = await host.AhoyAsync(folder, ["deploy", .. arguments, "-o", "json"]);
        Assert.True(result.ExitCode == 0, result.ToString());
        return JsonNode.Parse(result.Output)!.AsObject();
    }
}
