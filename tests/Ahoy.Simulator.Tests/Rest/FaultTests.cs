using Ahoy.Simulator.Faults;
using Ahoy.Simulator.Rest.Requests;

namespace Ahoy.Simulator.Tests.Rest;

public sealed class FaultTests
{
    private readonly ApiUnderTest _api = new();

    [Fact]
    public async Task Fault_WithAStatus_IsAnsweredAsOftenAsAsked()
    {
        _api.Simulator.Faults.Set([new Fault { Match = new FaultMatch { Host = "sync.twilio.com", Method = "GET" }, Times = 2, Status = 429 }]);
        (await _api.Get("https://sync.twilio.com/v1/Services")).Failed(429, 20429);
        (await _api.Get("http://127.0.0.1/sync.twilio.com/v1/Services")).Failed(429, 20429);
        Assert.Equal(200, (await _api.Get("https://sync.twilio.com/v1/Services")).Status);
        Assert.Equal([429, 429, 200], _api.Records.Select(record => record.Status));
    }

    [Fact]
    public async Task Fault_WithACode_HasIt()
    {
        _api.Simulator.Faults.Set([new Fault { Match = new FaultMatch { Path = "/2010-04-01/*/Messages.json" }, Status = 400, Code = 30007 }]);
        (await _api.Post($"{ApiUnderTest.Account}/Messages.json")).Failed(400, 30007);
    }

    [Fact]
    public async Task Fault_ThatDrops_SaysSo()
    {
        _api.Simulator.Faults.Set([new Fault { Drop = true }]);
        var response = await _api.Services.Api.AnswerAsync(new RestRequest { Method = "GET", Host = "sync.twilio.com", Path = "/v1/Services" }, TestContext.Current.CancellationToken);
        Assert.True(response.IsDropped);
    }

    [Fact]
    public async Task Fault_WithADelayAlone_GoesOnAfterIt()
    {
        _api.Simulator.Faults.Set([new Fault { Delay = TimeSpan.FromSeconds(5) }]);
        var asked = _api.Get("https://sync.twilio.com/v1/Services");
        Assert.False(asked.IsCompleted);
        _api.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(200, (await asked).Status);
    }

    [Fact]
    public async Task Host_ThatSomebodyElseAnswersFor_IsForwardedOnceCredentialsAreRight()
    {
        var asked = new List<RestRequest>();
        var api = new ApiUnderTest(forwards: new Dictionary<string, RestForward>
        {
            ["serverless.twilio.com"] = (request, _) =>
            {
                asked.Add(request);
                return ValueTask.FromResult(new RestResponse(200, "application/json", [], "{\"services\":[]}"u8.ToArray()));
            },
        });
        Assert.Equal(200, (await api.Get("http://localhost:4010/serverless.twilio.com/v1/Services?PageSize=5")).Status);
        Assert.Equal(("serverless.twilio.com", "/v1/Services", "PageSize=5"), (asked[0].Host, asked[0].Path, asked[0].Query));
        Assert.True(api.Records.Single().Stateful);
        api.User = "AC:wrong";
        (await api.Get("https://serverless.twilio.com/v1/Services")).Failed(401, 20003);
        Assert.Single(asked);
    }
}
