using Ahoy.Simulator.World.Clock;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Http;
using Twilio.Rest.Api.V2010;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Rest.Api.V2010.Account.AvailablePhoneNumberCountry;
using Twilio.Rest.Conversations.V1;
using Twilio.Rest.Conversations.V1.Conversation;
using Twilio.Rest.Lookups.V2;
using Twilio.Rest.Studio.V2;
using Twilio.Rest.Studio.V2.Flow;
using Twilio.Rest.Sync.V1.Service;
using Twilio.Rest.Sync.V1.Service.SyncList;
using Twilio.Rest.Sync.V1.Service.SyncMap;
using Twilio.Rest.Taskrouter.V1;
using Twilio.Rest.Taskrouter.V1.Workspace;
using Twilio.Rest.Verify.V2.Service;
using Twilio.Types;
using MessageResource = Twilio.Rest.Api.V2010.Account.MessageResource;

namespace Ahoy.Simulator.Tests.Rest.Clients;

/// <summary>Twilio's helper library for C#, unchanged but for the address.</summary>
public sealed class CSharpClientTests : IDisposable
{
    private static readonly PhoneNumber s_from = new("+15005550006");

    private readonly ApiUnderTest _api = new(ClockMode.Fast);
    private readonly RestServer _server;
    private readonly TwilioRestClient _client;

    public CSharpClientTests()
    {
        _server = new RestServer(_api.Services.Api);
        _client = Connect(ApiUnderTest.AccountSid, ApiUnderTest.AuthToken);
    }

    public void Dispose()
    {
        _server.Dispose();
    }

    [Fact]
    public async Task Account_IsTheRunsOwn()
    {
        var account = await AccountResource.FetchAsync(ApiUnderTest.AccountSid, client: _client);
        Assert.Equal((ApiUnderTest.AccountSid, AccountResource.StatusEnum.Active), (account.Sid, account.Status));
        Assert.Equal(ApiUnderTest.AccountSid, (await AccountResource.ReadAsync(client: _client)).Single().Sid);
    }

    [Fact]
    public async Task Key_OpensTheApiUntilItIsRemoved()
    {
        var key = await NewKeyResource.CreateAsync(friendlyName: "worker", client: _client);
        var other = Connect(key.Sid, key.Secret);
        Assert.Equal("worker", (await KeyResource.FetchAsync(key.Sid, client: other)).FriendlyName);
        Assert.True(await KeyResource.DeleteAsync(key.Sid, client: _client));
        var error = await Assert.ThrowsAsync<ApiException>(() => KeyResource.FetchAsync(key.Sid, client: other));
        Assert.Equal((401, 20003), (error.Status, error.Code));
    }

    [Fact]
    public async Task Token_HasServers()
    {
        var token = await TokenResource.CreateAsync(ttl: 60, client: _client);
        Assert.Equal("60", token.Ttl);
        Assert.NotEmpty(token.IceServers);
    }

    [Fact]
    public async Task Applications_AreKeptAndPaged()
    {
        for (var i = 0; i < 5; i++)
        {
            await ApplicationResource.CreateAsync(friendlyName: $"a{i}", voiceUrl: new Uri("https://example.com/voice"), client: _client);
        }

        var all = (await ApplicationResource.ReadAsync(pageSize: 2, client: _client)).ToList();
        Assert.Equal(["a4", "a3", "a2", "a1", "a0"], all.Select(application => application.FriendlyName));
        var changed = await ApplicationResource.UpdateAsync(all[0].Sid, smsMethod: Twilio.Http.HttpMethod.Get, client: _client);
        Assert.Equal((Twilio.Http.HttpMethod.Get, new Uri("https://example.com/voice")), (changed.SmsMethod, changed.VoiceUrl));
        Assert.Equal(2026, changed.DateCreated!.Value.Year);
        Assert.True(await ApplicationResource.DeleteAsync(all[0].Sid, client: _client));
        Assert.Equal(20404, (await Assert.ThrowsAsync<ApiException>(() => ApplicationResource.FetchAsync(all[0].Sid, client: _client))).Code);
    }

    [Fact]
    public async Task AvailableNumbers_AreFoundByTheirDigits()
    {
        var numbers = (await LocalResource.ReadAsync("US", areaCode: 510, contains: "0123", client: _client)).ToList();
        Assert.Equal("+15105550123", numbers.Single().PhoneNumber.ToString());
    }

    [Fact]
    public async Task MessagingService_IsKept()
    {
        var service = await Twilio.Rest.Messaging.V1.ServiceResource.CreateAsync("reminders", stickySender: false, client: _client);
        Assert.False(service.StickySender);
        Assert.Equal("alerts", (await Twilio.Rest.Messaging.V1.ServiceResource.UpdateAsync(service.Sid, friendlyName: "alerts", client: _client)).FriendlyName);
        Assert.Single(await Twilio.Rest.Messaging.V1.ServiceResource.ReadAsync(client: _client));
        Assert.True(await Twilio.Rest.Messaging.V1.ServiceResource.DeleteAsync(service.Sid, client: _client));
    }

    [Fact]
    public async Task Verification_IsApprovedByItsCode()
    {
        var service = await Twilio.Rest.Verify.V2.ServiceResource.CreateAsync("Ahoy", client: _client);
        var started = await VerificationResource.CreateAsync(service.Sid, "+15551230001", "sms", client: _client);
        Assert.Equal("pending", started.Status);
        Assert.Equal(started.Sid, (await VerificationResource.FetchAsync(service.Sid, started.Sid, client: _client)).Sid);
        var check = await VerificationCheckResource.CreateAsync(service.Sid, code: _api.Sent.Single().Code, to: "+15551230001", client: _client);
        Assert.Equal(("approved", true), (check.Status, check.Valid));
    }

    [Fact]
    public async Task Lookup_SaysWhatKindOfLineItIs()
    {
        var number = await PhoneNumberResource.FetchAsync("+14155552671", fields: "line_type_intelligence", client: _client);
        Assert.True(number.Valid);
        Assert.Equal("(415) 555-2671", number.NationalFormat);
        Assert.Equal("mobile", number.LineTypeIntelligence.Type);
    }

    [Fact]
    public async Task Sync_KeepsDocumentsListsAndMaps()
    {
        var service = (await Twilio.Rest.Sync.V1.ServiceResource.CreateAsync(friendlyName: "games", client: _client)).Sid;
        await DocumentResource.CreateAsync(service, "board", new { turn = 1 }, client: _client);
        var changed = await DocumentResource.UpdateAsync(service, "board", new { turn = 2 }, ifMatch: "0", client: _client);
        Assert.Equal(("1", 2L), (changed.Revision, (long)((Newtonsoft.Json.Linq.JObject)changed.Data)["turn"]!));
        Assert.Equal(54103, (await Assert.ThrowsAsync<ApiException>(() => DocumentResource.UpdateAsync(service, "board", new { }, ifMatch: "0", client: _client))).Code);

        var list = await SyncListResource.CreateAsync(service, "moves", client: _client);
        Assert.Equal(0, (await SyncListItemResource.CreateAsync(service, list.Sid, new { at = "e4" }, client: _client)).Index);
        Assert.Single(await SyncListItemResource.ReadAsync(service, "moves", client: _client));

        await SyncMapResource.CreateAsync(service, "players", client: _client);
        await SyncMapItemResource.CreateAsync(service, "players", "ada", new { score = 1 }, client: _client);
        Assert.Equal("ada", (await SyncMapItemResource.FetchAsync(service, "players", "ada", client: _client)).Key);
        Assert.True(await Twilio.Rest.Sync.V1.ServiceResource.DeleteAsync(service, client: _client));
        Assert.Equal(20404, (await Assert.ThrowsAsync<ApiException>(() => SyncListResource.FetchAsync(service, "moves", client: _client))).Code);
    }

    [Fact]
    public async Task Conversation_KeepsParticipantsAndMessages()
    {
        var conversation = await ConversationResource.CreateAsync(uniqueName: "order-7", client: _client);
        await ParticipantResource.CreateAsync("order-7", messagingBindingAddress: "+15551230001", messagingBindingProxyAddress: "+15005550006", client: _client);
        var message = await Twilio.Rest.Conversations.V1.Conversation.MessageResource.CreateAsync("order-7", body: "Hello", client: _client);
        Assert.Equal((conversation.Sid, 0), (message.ConversationSid, message.Index));
        Assert.Single(await ParticipantResource.ReadAsync("order-7", client: _client));
        Assert.True(await ConversationResource.DeleteAsync("order-7", client: _client));
    }

    [Fact]
    public async Task Flow_IsKeptWithItsExecutions()
    {
        var flow = await FlowResource.CreateAsync("welcome", FlowResource.StatusEnum.Published, new { states = Array.Empty<object>() }, client: _client);
        Assert.Equal(1, flow.Revision);
        await ExecutionResource.CreateAsync(flow.Sid, new PhoneNumber("+15551230001"), new PhoneNumber("+15005550006"), client: _client);
        Assert.Single(await ExecutionResource.ReadAsync(flow.Sid, client: _client));
    }

    [Fact]
    public async Task Workspace_IsKeptWithWhatIsInIt()
    {
        var workspace = (await WorkspaceResource.CreateAsync("support", client: _client)).Sid;
        var queue = await TaskQueueResource.CreateAsync(workspace, "all", client: _client);
        var workflow = await WorkflowResource.CreateAsync(workspace, "default", $"{{\"task_routing\":{{\"default_filter\":{{\"queue\":\"{queue.Sid}\"}}}}}}", client: _client);
        await WorkerResource.CreateAsync(workspace, "ada", client: _client);
        var task = await TaskResource.CreateAsync(workspace, workflowSid: workflow.Sid, attributes: "{}", client: _client);
        Assert.Equal(TaskResource.StatusEnum.Pending, task.AssignmentStatus);
        Assert.Single(await WorkerResource.ReadAsync(workspace, client: _client));
    }

    [Fact]
    public async Task Message_IsSentDeliveredAndRemoved()
    {
        var message = await MessageResource.CreateAsync(new PhoneNumber("+15551230001"), from: s_from, body: "Hello", mediaUrl: [new Uri("https://example.com/a.png")], client: _client);
        Assert.Equal(MessageResource.StatusEnum.Queued, message.Status);
        var fetched = await MessageResource.FetchAsync(message.Sid, client: _client);
        Assert.Equal((MessageResource.StatusEnum.Delivered, "1", "+15005550006"), (fetched.Status, fetched.NumMedia, fetched.From.ToString()));
        Assert.Single(await MessageResource.ReadAsync(to: new PhoneNumber("+15551230001"), client: _client));
        Assert.Equal("image/png", (await Twilio.Rest.Api.V2010.Account.Message.MediaResource.ReadAsync(message.Sid, client: _client)).Single().ContentType);
        Assert.True(await MessageResource.DeleteAsync(message.Sid, client: _client));
        var error = await Assert.ThrowsAsync<ApiException>(() => MessageResource.CreateAsync(new PhoneNumber("+15005550003"), from: s_from, body: "x", client: _client));
        Assert.Equal((400, 21408, "https://www.twilio.com/docs/errors/21408"), (error.Status, error.Code, error.MoreInfo));
    }

    [Fact]
    public async Task Call_IsMadeRecordedAndEnded()
    {
        var call = await CallResource.CreateAsync(new PhoneNumber("+15551230001"), s_from, twiml: new Twiml("<Response><Gather numDigits=\"1\" timeout=\"600\"/></Response>"), client: _client);
        Assert.Equal(CallResource.StatusEnum.InProgress, (await CallResource.FetchAsync(call.Sid, client: _client)).Status);
        var recording = await Twilio.Rest.Api.V2010.Account.Call.RecordingResource.CreateAsync(call.Sid, client: _client);
        Assert.Equal(CallResource.StatusEnum.Completed, (await CallResource.UpdateAsync(call.Sid, status: CallResource.UpdateStatusEnum.Completed, client: _client)).Status);
        Assert.Equal(RecordingResource.StatusEnum.Completed, (await RecordingResource.FetchAsync(recording.Sid, client: _client)).Status);
        Assert.Single(await CallResource.ReadAsync(client: _client));
    }

    [Fact]
    public async Task Conference_HasItsParticipants()
    {
        var first = await Twilio.Rest.Api.V2010.Account.Conference.ParticipantResource.CreateAsync("standup", s_from, new PhoneNumber("+15551230001"), client: _client);
        await Twilio.Rest.Api.V2010.Account.Conference.ParticipantResource.CreateAsync("standup", s_from, new PhoneNumber("+15551230002"), client: _client);
        Assert.Equal(ConferenceResource.StatusEnum.InProgress, (await ConferenceResource.FetchAsync(first.ConferenceSid, client: _client)).Status);
        Assert.True((await Twilio.Rest.Api.V2010.Account.Conference.ParticipantResource.UpdateAsync(first.ConferenceSid, first.CallSid, muted: true, client: _client)).Muted);
        Assert.Equal(2, (await Twilio.Rest.Api.V2010.Account.Conference.ParticipantResource.ReadAsync(first.ConferenceSid, client: _client)).Count());
    }

    [Fact]
    public async Task Queue_HasItsMembers()
    {
        var queue = await QueueResource.CreateAsync("support", client: _client);
        var call = await CallResource.CreateAsync(new PhoneNumber("+15551230001"), s_from, twiml: new Twiml("<Response><Enqueue>support</Enqueue></Response>"), client: _client);
        Assert.Equal(call.Sid, (await Twilio.Rest.Api.V2010.Account.Queue.MemberResource.ReadAsync(queue.Sid, client: _client)).Single().CallSid);
        Assert.Equal(1, (await QueueResource.FetchAsync(queue.Sid, client: _client)).CurrentSize);
    }

    [Fact]
    public async Task Number_IsBoughtAndBelongsToAService()
    {
        var number = await IncomingPhoneNumberResource.CreateAsync(areaCode: "212", smsUrl: new Uri("http://localhost:3000/sms"), client: _client);
        Assert.True(number.Capabilities.Sms);
        var service = await Twilio.Rest.Messaging.V1.ServiceResource.CreateAsync("pool", client: _client);
        await Twilio.Rest.Messaging.V1.Service.PhoneNumberResource.CreateAsync(service.Sid, number.Sid, client: _client);
        var message = await MessageResource.CreateAsync(new PhoneNumber("+15551230001"), messagingServiceSid: service.Sid, body: "x", client: _client);
        Assert.Equal(number.PhoneNumber.ToString(), message.From.ToString());
        Assert.True(await IncomingPhoneNumberResource.DeleteAsync(number.Sid, client: _client));
    }

    [Fact]
    public async Task Resource_OfEachKindThatHasState_IsUsedByTheseTests()
    {
        Func<Task>[] tests =
        [
            Account_IsTheRunsOwn, Key_OpensTheApiUntilItIsRemoved, Token_HasServers, Applications_AreKeptAndPaged, AvailableNumbers_AreFoundByTheirDigits,
            MessagingService_IsKept, Verification_IsApprovedByItsCode, Lookup_SaysWhatKindOfLineItIs, Sync_KeepsDocumentsListsAndMaps,
            Conversation_KeepsParticipantsAndMessages, Flow_IsKeptWithItsExecutions, Workspace_IsKeptWithWhatIsInIt, Message_IsSentDeliveredAndRemoved,
            Queue_HasItsMembers, Conference_HasItsParticipants, Number_IsBoughtAndBelongsToAService, Call_IsMadeRecordedAndEnded,
        ];
        List<Ahoy.Simulator.Rest.Requests.RestRecord> requests = [];
        foreach (var test in tests)
        {
            await test();
            requests.AddRange(_api.Records);
            _api.Services.Reset();
            _api.Simulator.Reset();
            _api.Simulator.World.SetMode(ClockMode.Fast);
        }

        Assert.Empty(StatefulResources.Unused(requests));
    }

    private TwilioRestClient Connect(string user, string password)
    {
        var http = new System.Net.Http.HttpClient(new LocalHandler(_server.Address));
        return new TwilioRestClient(user, password, ApiUnderTest.AccountSid, httpClient: new SystemNetHttpClient(http));
    }

    /// <summary>Sends what is meant for a host of Twilio's to the server, with the host as the first part of the path.</summary>
    private sealed class LocalHandler(string address) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri($"{address}/{request.RequestUri!.Host}{request.RequestUri.PathAndQuery}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
