using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Shapes;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources.Verify;

/// <summary>
/// Verifications and their checks. While one is pending, another request for the same recipient sends the same code again, five times at most;
/// five wrong codes end it, and so do ten minutes. One that has ended is found no more by a check.
/// </summary>
internal sealed class VerificationResource(ResourceStore store, Action<SentVerification> sent) : StoredResource(store, VerifyHost.Name, "/v2/Services/{ServiceSid}/Verifications")
{
    private const string Check = "/v2/Services/{ServiceSid}/VerificationCheck";
    private const string Attempts = "attempts";
    private const string Code = "code";
    private const int MaximumAttempts = 5;

    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public override void Map(RestRoutes routes)
    {
        base.Map(routes);
        routes.Map("POST", Host, List, call => Locked(call, Start));
        routes.Map("POST", Host, Check, call => Locked(call, CheckCode));
    }

    /// <inheritdoc/>
    public override StoredItem? Find(RestCall call, string address, string keyOrName)
    {
        return base.Find(call, address, keyOrName) is { } item && IsPending(item) ? item : Pending(call, address, keyOrName);
    }

    /// <inheritdoc/>
    protected override DateTimeOffset? Creating(RestCall call, string address, JsonObject values)
    {
        return call.Now + s_lifetime;
    }

    /// <inheritdoc/>
    protected override void Updating(RestCall call, string address, StoredItem item, JsonObject changes)
    {
        changes["valid"] = changes["status"]!.ToString() == "approved";
        Publish(call, item, changes["status"]!.ToString(), isNewAttempt: false);
    }

    private RestAnswer Start(RestCall call)
    {
        var address = Address(call);
        var service = Service(call);
        var (to, channel) = (call.Parameters["To"]!, call.Parameters["Channel"]!.ToLowerInvariant());
        CheckTo(to, channel);
        CheckChannel(channel);
        var item = Pending(call, address, to) ?? AddVerification(call, address, service, to);
        var attempts = item.Values["send_code_attempts"]!.AsArray();
        if (attempts.Count >= MaximumAttempts)
        {
            throw new RestException(429, 60203, "Max send attempts reached");
        }

        attempts.Add((JsonNode)new JsonObject
        {
            ["time"] = ApiDates.Iso8601(call.Now),
            ["channel"] = channel is "whatsapp" ? channel : channel.ToUpperInvariant(),
            ["attempt_sid"] = Sids.New("VL"),
        });
        item.Values["channel"] = channel;
        item.Values["date_updated"] = ApiDates.Iso8601(call.Now);
        Publish(call, item, "pending", isNewAttempt: true);
        return Answer(call, 201, item);
    }

    private RestAnswer CheckCode(RestCall call)
    {
        var address = Address(call);
        var (to, sid) = (call.Parameters["To"], call.Parameters["VerificationSid"]);
        if (string.IsNullOrEmpty(to) && string.IsNullOrEmpty(sid))
        {
            throw new RestException(400, 60200, "Either a 'To' number or 'VerificationSid' must be specified");
        }

        var item = (string.IsNullOrEmpty(sid) ? Pending(call, address, to!) : Find(call, address, sid)) ?? throw call.NotFound();
        if (call.Parameters["Code"] is not { Length: > 0 } code)
        {
            throw new RestException(400, 60200, "Missing required parameter Code in the post body");
        }

        var attempts = int.Parse(item.Hidden.GetValueOrDefault(Attempts, "0"), System.Globalization.CultureInfo.InvariantCulture) + 1;
        if (attempts > MaximumAttempts)
        {
            Set(call, item, "max_attempts_reached");
            throw new RestException(429, 60202, "Max check attempts reached");
        }

        item.Hidden[Attempts] = $"{attempts}";
        if (code == item.Hidden[Code])
        {
            Set(call, item, "approved");
        }

        var values = (JsonObject)item.Values.DeepClone();
        return new RestAnswer(call.Operation.Status, AnswerShape.Build(call, call.Operation.Answer!, values, $"/v2/Services/{call.PathValues["ServiceSid"]}/Verifications/{item.Key}"));
    }

    private StoredItem AddVerification(RestCall call, string address, StoredItem service, string to)
    {
        var custom = call.Parameters["CustomCode"];
        if (!string.IsNullOrEmpty(custom) && !(bool)service.Values["custom_code_enabled"]!)
        {
            throw new RestException(403, 60204, "Custom code not allowed");
        }

        var values = new JsonObject
        {
            ["to"] = to,
            ["status"] = "pending",
            ["valid"] = false,
            ["lookup"] = new JsonObject(),
            ["amount"] = call.Parameters["Amount"],
            ["payee"] = call.Parameters["Payee"],
            ["send_code_attempts"] = new JsonArray(),
        };
        var item = Add(call, address, values);
        item.Hidden[Code] = string.IsNullOrEmpty(custom) ? NewCode((int)service.Values["code_length"]!) : custom;
        return item;
    }

    private static string NewCode(int length)
    {
        return System.Security.Cryptography.RandomNumberGenerator.GetString("0123456789", length);
    }

    private static void CheckTo(string to, string channel)
    {
        var number = to.StartsWith("whatsapp:", StringComparison.Ordinal) ? to["whatsapp:".Length..] : to;
        var valid = channel == "email" ? to.Contains('@', StringComparison.Ordinal) : number.Length is > 7 and <= 16 && number[0] == '+' && number.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
        if (!valid)
        {
            throw new RestException(400, 60200, $"Invalid parameter `To`: {to}");
        }
    }

    private static void CheckChannel(string channel)
    {
        if (channel is not ("sms" or "call" or "email" or "whatsapp" or "sna" or "rcs" or "auto"))
        {
            throw new RestException(400, 60200, $"Invalid parameter `Channel`: {channel}");
        }
    }

    private static bool IsPending(StoredItem item)
    {
        return item.Text("status") == "pending";
    }

    private StoredItem? Pending(RestCall call, string address, string to)
    {
        return Store.List(address, call.Now).LastOrDefault(item => item.Text("to") == to && IsPending(item));
    }

    private StoredItem Service(RestCall call)
    {
        return Store.Find($"{Host}/v2/Services", call.PathValues["ServiceSid"], call.Now)!;
    }

    private void Set(RestCall call, StoredItem item, string status)
    {
        item.Values["status"] = status;
        item.Values["valid"] = status == "approved";
        item.Values["date_updated"] = ApiDates.Iso8601(call.Now);
        Publish(call, item, status, isNewAttempt: false);
    }

    private void Publish(RestCall call, StoredItem item, string status, bool isNewAttempt)
    {
        var service = Service(call);
        var name = call.Parameters["CustomFriendlyName"] is { Length: > 0 } custom ? custom : service.Text("friendly_name");
        sent(new SentVerification(item.Key, service.Key, item.Text("to")!, item.Text("channel")!, item.Hidden[Code], status, $"Your {name} verification code is: {item.Hidden[Code]}", isNewAttempt));
    }
}
