using System.Net;
using Ahoy.Host.Gateway;
using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Gateway;

public sealed class AdminServerTests
{
    [Fact]
    public async Task AdminAddress_OfAHostThatServes_IsReady()
    {
        await using var service = new Service();
        await service.InitializeAsync();
        using var http = new HttpClient();

        var answer = await http.GetStringAsync($"http://127.0.0.1:{service.AdminPort}/", TestContext.Current.CancellationToken);

        Assert.Equal("""{"status":"ready"}""", answer);
    }

    [Theory]
    [InlineData(nameof(HealthState.Starting), """{"status":"starting"}""")]
    [InlineData(nameof(HealthState.Stopping), """{"status":"stopping"}""")]
    public async Task AdminAddress_OfAHostThatDoesNotServe_Is503(string state, string expected)
    {
        await using var admin = new AdminServer(0, listensToAll: false) { State = Enum.Parse<HealthState>(state) };
        await admin.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient();

        using var response = await http.GetAsync($"http://127.0.0.1:{admin.Port}/", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void AdminAddress_WhereNobodyAsksForIt_IsClosed() => Assert.Null(new GatewayOptions().AdminPort);

    private sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/hello.js"] = "exports.handler = (context, event, callback) => callback(null, 'hello');",
    })
    {
        internal override GatewayOptions Gateway => base.Gateway with { AdminPort = 0 };
    }
}
