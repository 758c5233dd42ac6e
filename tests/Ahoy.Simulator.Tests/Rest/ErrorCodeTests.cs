using Ahoy.Simulator.Faults;
using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.World.Clock;

namespace Ahoy.Simulator.Tests.Rest;

/// <summary>Each of Twilio's codes that the interface names comes where the platform gives it.</summary>
public sealed class ErrorCodeTests
{
    private const string Account = ApiUnderTest.Account;
    private const string From = TestSimulator.Number;
    private const string To = "+15095550100";
    private const string Sync = "https://sync.twilio.com/v1/Services/default";
    private const string Verify = "https://verify.twilio.com/v2/Services";
    private const string Tasks = "https://taskrouter.twilio.com/v1/Workspaces";

    /// <summary>Codes of the interface that this account never gets, and why.</summary>
    private static readonly Dictionary<int, string> s_never = new()
    {
        [21601] = "a number that can't do SMS: the simulated ones all can",
        [21608] = "a trial account: the simulated one is none",
    };

    private static readonly int[] s_named =
    [
        20001, 20003, 20004, 20404, 20412, 20429, 21201, 21205, 21210, 21211, 21212, 21214, 21215, 21216, 21217, 21218, 21220, 21408, 21421, 21422, 21452, 21601, 21602, 21603,
        21604, 21606, 21608, 21610, 21611, 21612, 21614, 21617, 21619, 21620, 21703, 54103, 54301, 60200, 60202, 60203,
    ];

    private static readonly Dictionary<int, Func<ApiUnderTest, Task<ApiAnswer>>> s_requests = new()
    {
        [20001] = api => api.Post($"{Sync}/Documents/x/Permissions/y"),
        [20003] = api =>
        {
            api.User = $"{ApiUnderTest.AccountSid}:wrong";
            return api.Get($"{Account}.json");
        },
        [20004] = api => api.Delete($"{Account}/Messages.json"),
        [20404] = api => api.Get($"{Account}/Nothing.json"),
        [20412] = async api =>
        {
            var workspace = await api.Create(Tasks, ("FriendlyName", "x"));
            var task = await api.Create($"{Tasks}/{workspace}/Tasks", ("Attributes", "{}"));
            return await api.Send("POST", $"{Tasks}/{workspace}/Tasks/{task}", "Priority=2", ifMatch: "77");
        },
        [20429] = api =>
        {
            api.Simulator.Faults.Set([new Fault { Status = 429 }]);
            return api.Get($"{Account}.json");
        },
        [21201] = api => Call(api, "", From, "http://localhost/"),
        [21205] = api => Call(api, To, From, "ftp://localhost/"),
        [21210] = api => Call(api, To, "+15095550199", "http://localhost/"),
        [21211] = api => Message(api, "+1", From, "x"),
        [21212] = api => Message(api, To, "+15005550001", "x"),
        [21214] = api => Call(api, "+15005550002", From, "http://localhost/"),
        [21215] = api => Call(api, "+15005550003", From, "http://localhost/"),
        [21216] = api => Call(api, "+15005550004", From, "http://localhost/"),
        [21217] = api => Call(api, "+15005550001", From, "http://localhost/"),
        [21218] = api => api.Post($"{Account}/Calls.json", ("To", To), ("From", From), ("ApplicationSid", "AP00000000000000000000000000000000")),
        [21220] = async api =>
        {
            var sid = (await Call(api, To, From, "http://localhost:3000/voice"))["sid"]!;
            await api.WhenQuiet();
            return await api.Post($"{Account}/Calls/{sid}.json", ("Twiml", "<Response/>"));
        },
        [21408] = api => Message(api, "+15005550003", From, "x"),
        [21421] = api => Buy(api, "+15005550001"),
        [21422] = api => Buy(api, "+15005550000"),
        [21452] = api => api.Post($"{Account}/IncomingPhoneNumbers.json", ("AreaCode", "533")),
        [21602] = api => Message(api, To, From, ""),
        [21603] = api => api.Post($"{Account}/Messages.json", ("To", To), ("Body", "x")),
        [21604] = api => Message(api, "", From, "x"),
        [21606] = api => Message(api, To, "+15005550007", "x"),
        [21610] = api => Message(api, "+15005550004", From, "x"),
        [21611] = api => Message(api, To, "+15005550008", "x"),
        [21612] = api => Message(api, "+15005550002", From, "x"),
        [21614] = api => Message(api, "+15005550009", From, "x"),
        [21617] = api => Message(api, To, From, new string('x', 1601)),
        [21619] = api => api.Post($"{Account}/Messages.json", ("To", To), ("From", From)),
        [21620] = api => api.Post($"{Account}/Messages.json", ("To", To), ("From", From), ("MediaUrl", "ftp://x")),
        [21703] = async api =>
        {
            var service = await api.Create("https://messaging.twilio.com/v1/Services", ("FriendlyName", "x"));
            return await api.Post($"{Account}/Messages.json", ("To", To), ("MessagingServiceSid", service), ("Body", "x"));
        },
        [54103] = async api =>
        {
            var sid = await api.Create($"{Sync}/Documents", ("Data", "{}"));
            return await api.Send("POST", $"{Sync}/Documents/{sid}", "Data=%7B%7D", ifMatch: "7");
        },
        [54301] = async api =>
        {
            await api.Create($"{Sync}/Documents", ("UniqueName", "one"));
            return await api.Post($"{Sync}/Documents", ("UniqueName", "one"));
        },
        [60200] = async api => await api.Post($"{Verify}/{await Service(api)}/Verifications", ("To", "nobody"), ("Channel", "sms")),
        [60202] = async api => await Repeat(api, $"{Verify}/{await Service(api, start: true)}/VerificationCheck", ("To", To), ("Code", "no")),
        [60203] = async api => await Repeat(api, $"{Verify}/{await Service(api)}/Verifications", ("To", To), ("Channel", "sms")),
    };

    public static TheoryData<int> Codes => [.. s_named.Except(s_never.Keys)];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Code_ThatTheInterfaceNames_IsGiven(int code)
    {
        var api = new ApiUnderTest(ClockMode.Fast);
        api.Webhooks.OnTwiml("/voice", "<Hangup/>");

        var answer = await s_requests[code](api);

        answer.Failed(answer.Status, code);
        Assert.InRange(answer.Status, 400, 499);
    }

    private static Task<ApiAnswer> Message(ApiUnderTest api, string to, string from, string body) =>
        api.Post($"{Account}/Messages.json", ("To", to), ("From", from), ("Body", body));

    private static Task<ApiAnswer> Call(ApiUnderTest api, string to, string from, string url) => api.Post($"{Account}/Calls.json", ("To", to), ("From", from), ("Url", url));

    private static Task<ApiAnswer> Buy(ApiUnderTest api, string number) => api.Post($"{Account}/IncomingPhoneNumbers.json", ("PhoneNumber", number));

    private static async Task<string> Service(ApiUnderTest api, bool start = false)
    {
        var service = await api.Create(Verify, ("FriendlyName", "Ahoy"));
        if (start)
        {
            await api.Create($"{Verify}/{service}/Verifications", ("To", To), ("Channel", "sms"));
        }

        return service;
    }

    private static async Task<ApiAnswer> Repeat(ApiUnderTest api, string url, params (string, string)[] form)
    {
        var answer = await api.Post(url, form);
        for (var i = 0; i < 5; i++)
        {
            answer = await api.Post(url, form);
        }

        return answer;
    }
}
