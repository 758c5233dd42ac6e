using System.Net;
using Ahoy.Deploy.Tests.Http;
using Ahoy.Deploy.Verification;
using Ahoy.Model;

namespace Ahoy.Deploy.Tests.Verification;

public sealed class EndpointProbeTests
{
    private static readonly Uri s_url = new("http://shop-1234-dev.localhost:3000/hello");

    [Theory]
    [InlineData(ResourceKind.Function, "OPTIONS /hello")]
    [InlineData(ResourceKind.Asset, "HEAD /hello")]
    public async Task Resource_ThatAnswersLate_IsAskedAgain_AndRunsNothing(ResourceKind kind, string request)
    {
        var handler = new ScriptedHandler(null, new HttpResponseMessage(HttpStatusCode.NotFound), new HttpResponseMessage(HttpStatusCode.OK));
        using var probe = new EndpointProbe(handler, TimeProvider.System);

        await probe.WaitUntilItAnswersAsync(Endpoint(kind), EndpointProbe.NewDomainPatience, TestContext.Current.CancellationToken);

        Assert.Equal([request, request, request], handler.Requests);
    }

    [Fact]
    public async Task Resource_ThatDoesNotAnswer_IsToldWithWhatItSaidLast()
    {
        var handler = new ScriptedHandler([.. Enumerable.Repeat(0, 100).Select(_ => new HttpResponseMessage(HttpStatusCode.NotFound))]);
        using var probe = new EndpointProbe(handler, TimeProvider.System);

        var e = await Assert.ThrowsAsync<EndpointSilentException>(() => probe.WaitUntilItAnswersAsync(
            Endpoint(ResourceKind.Function), TimeSpan.FromMilliseconds(60), TestContext.Current.CancellationToken));

        Assert.Equal($"{s_url}: it answers 404", e.Message);
    }

    [Fact]
    public void HostOfThisMachine_IsGivenLessTimeThanANewDomainName() =>
        Assert.True(EndpointProbe.HostPatience < EndpointProbe.NewDomainPatience / 10);

    private static DeployedEndpoint Endpoint(ResourceKind kind) => new(kind, Visibility.Public, "/hello", s_url);
}
