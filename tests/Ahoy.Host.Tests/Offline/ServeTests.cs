using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ahoy.Bundling.Output;
using Ahoy.Deploy;
using Ahoy.Deploy.Client;
using Ahoy.Deploy.Credentials;
using Ahoy.Deploy.Http;
using Ahoy.Deploy.Steps;
using Ahoy.Host.Tests.Commands;
using Ahoy.Host.Tests.ControlPlane;
using Ahoy.Host.Tests.ControlPlane.Faults;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Offline;

/// <summary><c>ahoy serve --offline</c>: Services that were really deployed, written to and called by <c>&lt;service&gt;/path</c>.</summary>
public sealed partial class ServeTests
{
    [Fact]
    public async Task Service_ThatIsDeployed_IsWrittenToAndCalledByItsName()
    {
        using var folder = new TempFolder();
        await using var host = await HostProcess.RunUntilAsync(
            ["serve", "--data", folder.Combine("data"), "--port", "0", "--api-port", "0", "--offline=strict", "--offline-port", "0"],
            output => output.Contains("ahoy: ready ", StringComparison.Ordinal));
        var ready = ReadyLine().Match(host.Output);
        using var client = new HttpClient { BaseAddress = new Uri(ready.Groups["offline"].Value) };
        var account = await GetAsync(client, "_ahoy/account");
        await DeployAsync(folder, "shop", "Shop", ready.Groups["api"].Value, account);
        await DeployAsync(folder, "bank", "Bank", ready.Groups["api"].Value, account);

        var shop = await PostAsync(client, "messages", new { to = "shop/sms", body = "ahoy" });
        var bank = await PostAsync(client, "messages", new { to = "/bank/sms?colour=red", body = "ahoy" });
        Assert.Equal("Shop got ahoy from undefined.", (string?)shop["replies"]?[0]?["body"]);
        Assert.Equal("Bank got ahoy from red.", (string?)bank["replies"]?[0]?["body"]);

        await PutAsync(client, "clock", new { mode = "fast" });
        var call = await PostAsync(client, "calls", new { to = "bank/voice" });
        Assert.Contains("Welcome to Bank.", call["transcript"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("completed", (string?)call["status"]);

        // What a Function asks of Twilio is done in the same world, and told with its Service.
        await PostAsync(client, "messages", new { to = "shop/notify", body = "x" });
        var messages = (await GetAsync(client, "_ahoy/messages")).AsArray();
        Assert.Contains(messages, message => (string?)message!["body"] == "From Shop.");
        var request = Assert.Single((await GetAsync(client, "_ahoy/requests")).AsArray(), r => (string?)r!["host"] == "api.twilio.com")!;
        Assert.Equal("shop/notify", (string?)request["by"]);

        await PostAsync(client, "messages", new { to = "shop/broken", body = "x" });
        var alert = Assert.Single((await GetAsync(client, "_ahoy/alerts")).AsArray())!;
        Assert.Equal((11200, "shop/broken"), ((int?)alert["code"], (string?)alert["function"]));

        using var unknown = await client.PostAsJsonAsync("_ahoy/messages", new { to = "shop/nothing", body = "x" });
        Assert.Equal(400, (int)unknown.StatusCode);
        Assert.Contains("shop/nothing", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // The API of deploys is one of the offline Twilio's, too.
        using var list = new HttpRequestMessage(HttpMethod.Get, "serverless.twilio.com/v1/Services")
        {
            Headers = { Authorization = RunningControlPlane.Basic((string)account["accountSid"]!, (string)account["authToken"]!) },
        };
        using var listed = await client.SendAsync(list);
        var services = JsonNode.Parse(await listed.Content.ReadAsStringAsync())!["services"]!.AsArray();
        Assert.Equal(["bank", "shop"], services.Select(service => (string?)service!["unique_name"]).Order());
    }

    private static async Task DeployAsync(TempFolder folder, string service, string name, string api, JsonNode account)
    {
        var archive = BuildArchive.Write(
            folder.Combine($"{service}.ahoy.zip"),
            ("/sms", $"exports.handler = (context, event, callback) => callback(null, new Twilio.twiml.MessagingResponse().message(`{name} got ${{event.Body}} from ${{event.colour}}.`));"),
            ("/voice", $"exports.handler = (context, event, callback) => callback(null, new Twilio.twiml.VoiceResponse().say('Welcome to {name}.'));"),
            ("/notify", $$"""
                exports.handler = async (context, event, callback) => {
                  await context.getTwilioClient().messages.create({ to: '+15551230077', from: '+15005550006', body: 'From {{name}}.' });
                  callback(null, new Twilio.twiml.MessagingResponse());
                };
                """),
            ("/broken", "exports.handler = () => { throw new Error('broken'); };"));
        using var build = BuildReader.Open(archive);
        using var client = new ServerlessClient(
            ApiAddress.ForHost(new Uri(api)),
            new ApiCredentials((string)account["accountSid"]!, (string)account["authToken"]!, (string)account["accountSid"]!, "the test"));
        var deployer = new Deployer(client, new SilentProgress(), TimeProvider.System, folder.Combine("ledger"));
        await deployer.DeployAsync(new DeployRequest { Source = build, ServiceName = service, Verify = false }, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonNode> GetAsync(HttpClient client, string path) => JsonNode.Parse(await client.GetStringAsync(path, TestContext.Current.CancellationToken))!;

    private static async Task<JsonNode> PostAsync(HttpClient client, string path, object body)
    {
        using var response = await client.PostAsJsonAsync($"_ahoy/{path}", body, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    private static async Task PutAsync(HttpClient client, string path, object body)
    {
        using var response = await client.PutAsJsonAsync($"_ahoy/{path}", body, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode);
    }

    [GeneratedRegex(@"ahoy: ready .*api=(?<api>\S+) offline=(?<offline>\S+) ")]
    private static partial Regex ReadyLine();
}
