using System.Net;
using Ahoy.Host.Gateway;
using Ahoy.Host.Logs;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.Model.Signatures;

namespace Ahoy.Host.Tests.Gateway;

public sealed class SignatureOptionTests
{
    private const string Function = "exports.handler = (context, event, callback) => callback(null, 'guarded');";

    [Fact]
    public async Task NoAuthToken_AllIsRefusedAndTheLogSaysOnceWhatToSet()
    {
        await using var service = new RunningService(new Dictionary<string, string> { ["functions/guarded.protected.js"] = Function });
        await service.InitializeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/guarded");
        request.Headers.Add("X-Twilio-Signature", RequestSignature.Compute("", $"http://localhost:{service.Port}/guarded", []));

        using var signedWithNothing = await service.Client.SendAsync(request);
        using var unsigned = await service.Client.GetAsync("/guarded");

        Assert.Equal(HttpStatusCode.BadRequest, signedWithNothing.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, unsigned.StatusCode);
        var line = Assert.Single(service.Log.Outputs);
        Assert.Equal(OutputLevel.Warn, line.Level);
        Assert.Contains("set AUTH_TOKEN in the environment file", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignaturesSwitchedOff_AllIsServed()
    {
        await using var service = new UncheckedService();
        await service.InitializeAsync();

        Assert.Equal("guarded", await service.GetTextAsync("/guarded"));
    }

    [Theory]
    [InlineData("https://tunnel.example/guarded?a=1", HttpStatusCode.OK)]
    [InlineData("https://tunnel.example:443/guarded?a=1", HttpStatusCode.OK)]
    [InlineData("http://tunnel.example/guarded?a=1", HttpStatusCode.BadRequest)]
    [InlineData("http://localhost/guarded?a=1", HttpStatusCode.BadRequest)]
    public async Task PublicUrl_IsWhatIsSigned(string signedUrl, HttpStatusCode expected)
    {
        await using var service = new TunnelledService();
        await service.InitializeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/guarded?a=1");
        request.Headers.Add("X-Twilio-Signature", RequestSignature.Compute("secret", signedUrl, []));

        using var response = await service.Client.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    private sealed class UncheckedService() : RunningService(new Dictionary<string, string> { ["functions/guarded.protected.js"] = Function })
    {
        internal override GatewayOptions Gateway => base.Gateway with { ChecksSignatures = false };
    }

    private sealed class TunnelledService() : RunningService(new Dictionary<string, string> { [".env"] = "AUTH_TOKEN=secret", ["functions/guarded.protected.js"] = Function })
    {
        internal override GatewayOptions Gateway => base.Gateway with { PublicUrl = new Uri("https://tunnel.example") };
    }
}
