using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Samples;

/// <summary>The samples with an offline Twilio, texted and called as their READMEs say.</summary>
public class OfflineSampleTests
{
    private const string Ada = "+15551230001";
    private static readonly string[] s_offline = ["--offline", "--offline-port", "0"];

    [Fact]
    public async Task SmsCounter_Texts_AreCountedForEachSender()
    {
        await using var service = await RunningService.StartSampleAsync("sms-counter", s_offline);

        Assert.Equal("This is message 1 of 5.\n", await AhoyAsync(service, "text", "/sms", "Ahoy"));
        Assert.Equal("This is message 2 of 5.\n", await AhoyAsync(service, "text", "/sms", "Ahoy again"));
        Assert.Equal("This is message 1 of 5.\n", await AhoyAsync(service, "text", "/sms", "Ahoy", "--from", "+15551230002"));
    }

    [Fact]
    public async Task VoiceMenu_Call_IsPutThrough()
    {
        await using var service = await RunningService.StartSampleAsync("voice-menu", s_offline);

        var transcript = await AhoyAsync(service, "call", "/incoming?at=2026-03-04T10:00:00Z", "--press", "2", "--fast", "--transcript");

        Assert.Equal(
            """
            twilio  Say       Welcome to Harbour Bakery.
            twilio  Gather    action=/choice method=POST numDigits=1
            twilio  Say       Press 1 for the bread of the day. Press 2 to talk to us.
            caller  Digits    2
            twilio  Say       We put you through.
            twilio  Dial      timeout=20 +15551230100
            caller  Hangup

            """,
            transcript);
    }

    [Fact]
    public async Task NumberCheck_Text_ComesBackTidy()
    {
        await using var service = await RunningService.StartSampleAsync("number-check", s_offline);

        Assert.Equal(
            "+1 213 373 4253\n+351 912 345 678\n", await AhoyAsync(service, "text", "/sms", "Call me: (213) 373 42 53, or +351 912345678"));
    }

    [Fact]
    public async Task Appointments_FunctionsAndBackend_ShareOneWorld()
    {
        await using var service = await RunningService.StartSampleAsync("appointments/Service", s_offline);
        using var http = new HttpClient();

        Assert.Equal("Ada is booked on Friday at 10.\n", await BackendAsync(service, "book", Ada, "Ada", "on Friday at 10"));
        Assert.Equal("Ada is reminded.\n", await BackendAsync(service, "remind"));
        var reminder = Assert.Single((await http.GetFromJsonAsync<JsonArray>($"{service.OfflineUrl}/_ahoy/messages", TestContext.Current.CancellationToken))!)!;
        Assert.Equal((Ada, "Hello Ada, we expect you on Friday at 10. Answer OK to confirm, or CALL to talk to us."), ((string)reminder["to"]!, (string)reminder["body"]!));

        Assert.Equal("Thank you, Ada. See you on Friday at 10.\n", await AhoyAsync(service, "text", "/sms", "OK"));
        Assert.Equal(Listed("confirmed"), await BackendAsync(service, "list"));

        // Nobody is at the desk.
        await http.PutAsJsonAsync($"{service.OfflineUrl}/_ahoy/handsets/+15551230100", new { answers = "busy" }, TestContext.Current.CancellationToken);
        await http.PutAsJsonAsync($"{service.OfflineUrl}/_ahoy/clock", new { mode = "fast" }, TestContext.Current.CancellationToken);
        Assert.Equal("Your phone rings in a moment.\n", await AhoyAsync(service, "text", "/sms", "CALL"));
        Assert.Equal(Listed("call again"), await BackendAsync(service, "list"));

        Assert.Equal(HttpStatusCode.NotFound, await DoorAsync(service, ("phone", "+15551230002")));
        Assert.Equal(HttpStatusCode.Forbidden, await DoorAsync(service, ("phone", Ada), ("code", "000000")));
        Assert.Equal(HttpStatusCode.Accepted, await DoorAsync(service, ("phone", Ada)));
        var sent = await http.GetFromJsonAsync<JsonArray>($"{service.OfflineUrl}/_ahoy/verifications", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, await DoorAsync(service, ("phone", Ada), ("code", (string)sent![^1]!["code"]!)));
        Assert.Equal(Listed("arrived"), await BackendAsync(service, "list"));

        var stranger = await AhoyAsync(service, "text", "/sms", "OK", "--from", "+15551230002");
        Assert.Equal("There is no appointment for this number.\n", stranger);
    }

    private static string Listed(string status) => $"{Ada}  Ada  on Friday at 10  {status}\n";

    private static async Task<HttpStatusCode> DoorAsync(RunningService service, params (string Name, string Value)[] form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/door") { Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        using var response = await service.SendAsync(request);
        return response.StatusCode;
    }

    // The command that the sample's build has made.
    private static Task<string> AhoyAsync(RunningService service, params string[] arguments) => OutputAsync(
        ["exec", Repository.Combine("src", "Ahoy.Cli", "bin", SdkPackage.Configuration, "net10.0", "ahoy.dll"), .. arguments, "--offline-url", service.OfflineUrl], []);

    private static Task<string> BackendAsync(RunningService service, params string[] arguments) => OutputAsync(
        ["run", "--project", "samples/appointments/Backend", "-c", SdkPackage.Configuration, "--", .. arguments],
        new() { ["TWILIO_OFFLINE_URL"] = service.OfflineUrl });

    private static async Task<string> OutputAsync(string[] arguments, Dictionary<string, string?> environment)
    {
        var result = await Dotnet.RunAsync(Repository.Root, arguments, environment);
        Assert.True(result.ExitCode == 0, result.Error + result.Output);
        return result.Output.ReplaceLineEndings("\n");
    }
}
