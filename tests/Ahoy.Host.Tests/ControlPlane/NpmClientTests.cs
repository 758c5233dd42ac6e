using System.Text.Json.Nodes;
using Ahoy.TestSupport;
using static Ahoy.Host.Tests.ControlPlane.RunningControlPlane;

namespace Ahoy.Host.Tests.ControlPlane;

/// <summary>The clients that teams have already, against the control plane.</summary>
public sealed class NpmClientTests
{
    [Fact]
    public async Task HelperLibrary_FromServiceToDeploymentAndBack_SeesThePlatformsApi()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);

        var seen = await RunAsync(plane, "twilio-client.js");

        var service = seen["service"]!;
        Assert.Equal("oracle", service["uniqueName"]!.GetValue<string>());
        Assert.Matches(@"^oracle-\d{4}$", service["domainBase"]!.GetValue<string>());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$", service["dateCreated"]!.GetValue<string>());
        Assert.Equal(service["sid"]!.GetValue<string>(), seen["byName"]!.GetValue<string>());
        Assert.Equal("Delphi", seen["renamed"]!["friendlyName"]!.GetValue<string>());
        Assert.True(seen["renamed"]!["uiEditable"]!.GetValue<bool>());
        Assert.Equal("public", seen["fetchedVersion"]!["visibility"]!.GetValue<string>());
        Assert.Contains("exports.handler", seen["content"]!.GetValue<string>());
        Assert.Null(seen["assetVersion"]!["function_sid"]);

        Assert.Equal("building", seen["buildAtFirst"]!["status"]!.GetValue<string>());
        var build = seen["build"]!;
        Assert.Equal("completed", build["status"]!.GetValue<string>());
        Assert.Equal("lodash", build["dependencies"]![0]!["name"]!.GetValue<string>());
        Assert.Equal("/style.css", build["assetVersions"]![0]!["path"]!.GetValue<string>());
        Assert.Null(seen["environmentAtFirst"]!["buildSid"]);
        Assert.Equal(build["sid"]!.GetValue<string>(), seen["environment"]!["buildSid"]!.GetValue<string>());
        Assert.Equal("aye", seen["variable"]!["value"]!.GetValue<string>());

        Assert.Equal(["GREETING", "K0", "K1", "K2", "K3", "K4"], Texts(seen["pagedKeys"]!).Order());
        Assert.Equal(["K0", "GREETING"], Texts(seen["secondPageKeys"]!));
        Assert.Equal(["K4", "K3", "K2", "K1"], Texts(seen["backKeys"]!));
        Assert.Equal(["oracle"], Texts(seen["services"]!));
        Assert.Equal([true, true], seen["removed"]!.AsArray().Select(r => r!.GetValue<bool>()));
        Assert.Equal(0, seen["left"]!.GetValue<int>());

        AssertError(seen, "notFound", 404, 20404);
        AssertError(seen, "taken", 409, 20409);
        AssertError(seen, "badName", 400, 20001);
        AssertError(seen, "buildInUse", 409, 20409);
        AssertError(seen, "credentials", 401, 20003);
    }

    [Fact]
    public async Task ServerlessToolkitClient_DeploysListsActivatesAndSetsVariables()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);

        var seen = await RunAsync(plane, "serverless-api.js");

        var first = seen["first"]!;
        var second = seen["second"]!;
        Assert.Equal("conflicting-servicename", seen["conflict"]!["name"]!.GetValue<string>());
        Assert.Equal(first["serviceSid"]!.GetValue<string>(), second["serviceSid"]!.GetValue<string>());
        Assert.Equal(first["domain"]!.GetValue<string>(), second["domain"]!.GetValue<string>());
        var activated = seen["activated"]!;
        Assert.Equal(second["buildSid"]!.GetValue<string>(), activated["buildSid"]!.GetValue<string>());
        Assert.DoesNotContain("-dev.", activated["domain"]!.GetValue<string>());
        Assert.Equal(
            ["GREETING=hello", "MORE=1"],
            seen["variables"]!["variables"]!.AsArray().Select(v => $"{v!["key"]}={v["value"]}").Order());
        var listed = seen["listed"]!;
        Assert.Equal(2, listed["environments"]!.AsArray().Count);
        Assert.Equal(2, listed["builds"]!.AsArray().Count);
        Assert.Equal(["/hello", "/secret"], listed["functions"]!["entries"]!.AsArray().Select(f => f!["path"]!.GetValue<string>()).Order());
        Assert.Equal("private", listed["assets"]!["entries"]![0]!["visibility"]!.GetValue<string>());
        Assert.Equal(["GREETING"], listed["variables"]!["entries"]!.AsArray().Select(v => v!["key"]!.GetValue<string>()));
        Assert.NotNull(plane.Served.Find(activated["domain"]!.GetValue<string>()));
    }

    [Fact]
    public async Task ServerlessToolkitCommand_Deploys()
    {
        using var data = new TempFolder();
        using var project = new TempFolder();
        project.Write("package.json", """{ "name": "from-toolkit", "version": "1.0.0", "dependencies": { "lodash": "4.17.21" } }""");
        project.Write(".env", $"ACCOUNT_SID={Account.Sid}\nAUTH_TOKEN={Account.AuthToken}\nGREETING=ahoy\n");
        project.Write("functions/hello.js", "exports.handler = (context, event, callback) => callback(null, context.GREETING);");
        project.Write("functions/sms/reply.protected.js", "exports.handler = (context, event, callback) => callback(null, 'ok');");
        project.Write("assets/index.html", "<h1>Ahoy</h1>");
        await using var plane = await StartAsync(data.Path);

        var result = await NpmClients.RunAsync(
            plane, "node_modules/twilio-run/bin/twilio-run.js", project.Path, "deploy", "--output-format", "json", "--log-level", "error");

        Assert.True(result.ExitCode == 0, result.ToString());
        var deployed = JsonNode.Parse(result.Output)!;
        var served = plane.Served.Find(deployed["domain"]!.GetValue<string>());
        Assert.NotNull(served);
        Assert.Equal(["/hello", "/sms/reply", "/index.html"], served.Build.Resources.Select(r => r.Path));
        Assert.Equal("ahoy", served.Variables["GREETING"]);
        Assert.Contains(served.BuildSid!, await File.ReadAllTextAsync(project.Combine(".twiliodeployinfo"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ServerlessToolkitCommand_PromotesOnce_AndSaysWhyNotTwice()
    {
        using var data = new TempFolder();
        using var project = new TempFolder();
        project.Write("package.json", """{ "name": "promoted", "version": "1.0.0" }""");
        project.Write(".env", $"ACCOUNT_SID={Account.Sid}\nAUTH_TOKEN={Account.AuthToken}\n");
        await using var plane = await StartAsync(data.Path);
        var built = await plane.CreateBuiltServiceAsync("promoted");
        await plane.PostAsync($"Services/{built.Service}/Environments/{built.Environment}/Deployments", ("BuildSid", built.Build));
        string[] promote =
        [
            "promote", "--service-sid", built.Service, "--source-environment", built.Environment, "--to", "prod", "--create-environment", "--log-level", "info",
        ];

        var first = await NpmClients.RunAsync(plane, "node_modules/twilio-run/bin/twilio-run.js", project.Path, promote);
        var second = await NpmClients.RunAsync(plane, "node_modules/twilio-run/bin/twilio-run.js", project.Path, promote);

        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("environment where it is already live", second.Output + second.Error, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> RunAsync(RunningControlPlane plane, string script)
    {
        var result = await NpmClients.RunAsync(plane, script);
        Assert.True(result.ExitCode == 0, result.ToString());
        return JsonNode.Parse(result.Output)!;
    }

    private static IEnumerable<string> Texts(JsonNode array) => array.AsArray().Select(v => v!.GetValue<string>());

    private static void AssertError(JsonNode seen, string name, int status, int code)
    {
        var error = seen["errors"]![name]!;
        Assert.Equal(status, error["status"]!.GetValue<int>());
        Assert.Equal(code, error["code"]!.GetValue<int>());
        Assert.EndsWith($"/{code}", error["moreInfo"]!.GetValue<string>());
    }
}
