namespace Ahoy.Simulator.Tests.Rest;

public sealed class TaskRouterTests
{
    private const string Workspaces = "https://taskrouter.twilio.com/v1/Workspaces";

    private readonly ApiUnderTest _api = new();

    [Theory]
    [InlineData("AssignmentStatus=pending", 2)]
    [InlineData("AssignmentStatus=pending,canceled", 3)]
    [InlineData("AssignmentStatus=pending&AssignmentStatus=canceled", 3)]
    [InlineData("AssignmentStatus=assigned", 0)]
    [InlineData("", 3)]
    public async Task Tasks_AreListedByTheirStatus(string query, int count)
    {
        var tasks = $"{Workspaces}/{await _api.Create(Workspaces, ("FriendlyName", "support"))}/Tasks";
        for (var i = 0; i < 3; i++)
        {
            await _api.Create(tasks, ("Priority", $"{i}"));
        }

        var first = (await _api.Get(tasks)).List("tasks")[0]!["sid"];
        await _api.Post($"{tasks}/{first}", ("AssignmentStatus", "canceled"));
        Assert.Equal(count, (await _api.Get($"{tasks}?{query}")).List("tasks").Count);
    }

    [Fact]
    public async Task Worker_OfAnActivityThatIsNone_IsRefused()
    {
        var workers = $"{Workspaces}/{await _api.Create(Workspaces, ("FriendlyName", "support"))}/Workers";
        Assert.Contains("ActivitySid", (await _api.Post(workers, ("FriendlyName", "ada"), ("ActivitySid", "WA00000000000000000000000000000001"))).Failed(400, 20001)["message"]);
        await _api.Create(workers, ("FriendlyName", "ada"));
        (await _api.Post(workers, ("FriendlyName", "ada"))).Failed(409, 20409);
    }
}
