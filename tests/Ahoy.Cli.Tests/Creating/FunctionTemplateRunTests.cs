using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ahoy.Cli.Creating;
using Ahoy.Cli.Tests.Infrastructure;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Creating;

/// <summary>All templates in one project, run with an offline Twilio.</summary>
public sealed class FunctionTemplateRunTests
{
    private const string Token = "0123456789abcdef0123456789abcdef";

    // What the services are made with that two of the templates need.
    private const string Setup = """
        exports.handler = async (context, event, callback) => {
          const client = context.getTwilioClient();
          const verify = await client.verify.v2.services.create({ friendlyName: 'test' });
          const messaging = await client.messaging.v1.services.create({ friendlyName: 'test' });
          const [number] = await client.incomingPhoneNumbers.list({ limit: 1 });
          await client.messaging.v1.services(messaging.sid).phoneNumbers.create({ phoneNumberSid: number.sid });
          callback(null, { verify: verify.sid, messaging: messaging.sid, number: number.phoneNumber });
        };
        """;

    [Fact]
    public async Task Templates_Run_DoWhatTheySay()
    {
        using var project = new TempFolder();
        foreach (var template in FunctionTemplate.All)
        {
            await NewFunctionCommand.WriteAsync(project.Path, template.Name, template.Name);
        }

        project.Write("functions/setup.js", Setup);
        var variables = new Dictionary<string, string>
        {
            ["ACCOUNT_SID"] = "AC" + new string('1', 32), ["AUTH_TOKEN"] = Token, ["FORWARD_TO"] = "+15551230001", ["VOICEMAIL_TO"] = "+15551230002",
            ["TOKEN_SECRET"] = "to get one", ["API_KEY"] = "SK" + new string('2', 32), ["API_SECRET"] = "key secret", ["TWIML_APP_SID"] = "AP" + new string('3', 32),
            ["ALLOWED_PREFIXES"] = "+1555", ["WEBHOOK_JWT_SECRET"] = "jwt secret", ["WEBHOOK_USER"] = "hook", ["WEBHOOK_PASSWORD"] = "pass",
            ["ALLOWED_ORIGIN"] = "https://www.example.com", ["REMINDER_MINUTES"] = "30", ["VERIFY_SERVICE_SID"] = "", ["MESSAGING_SERVICE_SID"] = "",
        };
        Assert.Superset(FunctionTemplate.All.SelectMany(template => template.Variables.Keys).ToHashSet(), variables.Keys.ToHashSet());
        WriteVariables();
        await using var host = await StartedProject.StartAsync(project.Path, "--offline", "--offline-port", "0");
        var made = JsonDocument.Parse((await host.SendAsync("/setup")).Body).RootElement;
        variables["VERIFY_SERVICE_SID"] = made.GetProperty("verify").GetString()!;
        variables["MESSAGING_SERVICE_SID"] = made.GetProperty("messaging").GetString()!;
        WriteVariables();
        await host.WaitForLineAsync("The variables changed: MESSAGING_SERVICE_SID, VERIFY_SERVICE_SID. Requests from now on see their values.");
        var number = made.GetProperty("number").GetString()!;

        Assert.Equal((200, """{"hello":"Ada"}"""), await host.SendAsync("/blank?name=Ada"));
        Assert.Equal((200, """{"hello":"Ada"}"""), await host.SendAsync("/cors?name=Ada"));
        Assert.Equal(400, (await host.SendAsync("/sms-reply", Message("hi", number))).Status);
        Assert.Contains("<Message>You wrote: hi</Message>", await TwimlAsync(host, "/sms-reply", Message("hi", number)), StringComparison.Ordinal);
        await CallAsync(host, number);
        await TokenAsync(host);
        await VerifyAsync(host);
        await WebhooksAsync(host);
        Assert.Contains("<Message>I will remind you in 30 minutes.</Message>", await TwimlAsync(host, "/reminder", Message("tea", number)), StringComparison.Ordinal);
        Assert.DoesNotContain("was not s", host.Output, StringComparison.Ordinal);

        void WriteVariables() => project.Write(".env", string.Concat(variables.Select(pair => $"{pair.Key}={pair.Value}\n")));
    }

    private static async Task CallAsync(StartedProject host, string number)
    {
        var call = new Dictionary<string, string> { ["From"] = "+15551239999", ["To"] = number, ["CallSid"] = "CA1" };
        Assert.Contains("<Gather", await TwimlAsync(host, "/voice-menu", call), StringComparison.Ordinal);
        Assert.Contains("nine to five", await TwimlAsync(host, "/voice-menu", new(call) { ["Digits"] = "1" }), StringComparison.Ordinal);
        Assert.Contains("<Record", await TwimlAsync(host, "/voicemail", call), StringComparison.Ordinal);
        Assert.Contains("Thank you", await TwimlAsync(host, "/voicemail", new(call) { ["RecordingUrl"] = "https://api.twilio.com/r" }), StringComparison.Ordinal);
        Assert.Contains("+15551230001</Dial>", await TwimlAsync(host, "/call-forwarding", call), StringComparison.Ordinal);
        Assert.Contains("Nobody answers", await TwimlAsync(host, "/call-forwarding", new(call) { ["DialCallStatus"] = "no-answer" }), StringComparison.Ordinal);
    }

    private static async Task TokenAsync(StartedProject host)
    {
        Assert.Equal(401, (await host.SendAsync("/token")).Status);
        Assert.Equal(401, (await host.SendAsync("/token", authorization: "Bearer wrong")).Status);
        var (status, body) = await host.SendAsync("/token?identity=ada", authorization: "Bearer to get one");
        Assert.Equal(200, status);
        var claims = JsonDocument.Parse(JsonDocument.Parse(body).RootElement.GetProperty("token").GetString()!.Split('.')[1] is var part ? FromBase64Url(part) : "").RootElement;
        Assert.Equal("ada", claims.GetProperty("grants").GetProperty("identity").GetString());
    }

    private static async Task VerifyAsync(StartedProject host)
    {
        Assert.Equal(403, (await host.SendAsync("/verify?to=%2B442071838750")).Status);
        Assert.Equal((200, """{"status":"pending"}"""), await host.SendAsync("/verify?to=%2B15551230003"));
        using var http = new HttpClient();
        var verifications = await http.GetStringAsync($"{host.OfflineUrl}/_ahoy/verifications", TestContext.Current.CancellationToken);
        var code = System.Text.RegularExpressions.Regex.Match(verifications, @"""code"":\s*""(\d+)""").Groups[1].Value;
        Assert.Equal((200, """{"status":"approved"}"""), await host.SendAsync($"/verify?to=%2B15551230003&code={code}"));
    }

    private static async Task WebhooksAsync(StartedProject host)
    {
        Assert.Equal(401, (await host.SendAsync("/webhook-basic-auth")).Status);
        Assert.Equal(401, (await host.SendAsync("/webhook-basic-auth", authorization: "Basic " + Convert.ToBase64String("hook:other"u8))).Status);
        Assert.Equal(200, (await host.SendAsync("/webhook-basic-auth", authorization: "Basic " + Convert.ToBase64String("hook:pass"u8))).Status);

        var soon = DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeSeconds();
        Assert.Equal(200, (await host.SendAsync("/webhook-jwt", authorization: $"Bearer {Jwt("HS256", soon, "jwt secret")}")).Status);
        Assert.Equal(401, (await host.SendAsync("/webhook-jwt", authorization: $"Bearer {Jwt("HS256", soon, "another")}")).Status);
        Assert.Equal(401, (await host.SendAsync("/webhook-jwt", authorization: $"Bearer {Jwt("none", soon, "jwt secret")}")).Status);
        Assert.Equal(401, (await host.SendAsync("/webhook-jwt", authorization: $"Bearer {Jwt("HS256", soon - 3600, "jwt secret")}")).Status);
        Assert.Equal(401, (await host.SendAsync("/webhook-jwt", authorization: "Bearer a.b.c")).Status);
    }

    private static async Task<string> TwimlAsync(StartedProject host, string path, Dictionary<string, string> fields)
    {
        var (status, body) = await host.SendAsync(path, fields, Token);
        Assert.True(status == 200, $"{path}: {status} {body}");
        return body;
    }

    private static Dictionary<string, string> Message(string body, string to) => new() { ["From"] = "+15551239999", ["To"] = to, ["Body"] = body, ["MessageSid"] = "SM1" };

    private static string Jwt(string algorithm, long expiry, string secret)
    {
        var text = $"{Base64Url(Encoding.UTF8.GetBytes($$"""{"alg":"{{algorithm}}","typ":"JWT"}"""))}.{Base64Url(Encoding.UTF8.GetBytes($$"""{"sub":"test","exp":{{expiry}}}"""))}";
        return $"{text}.{Base64Url(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)))}";
    }

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private static string FromBase64Url(string text) => Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(text));
}
