using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.Model.Signatures;

namespace Ahoy.Host.Tests.Gateway;

public sealed class SignatureTests(SignatureTests.Service service) : IClassFixture<SignatureTests.Service>
{
    private const int Generated = 1000;

    [Fact]
    public async Task SignedByTheTwilioPackage_AllAreAccepted()
    {
        var requests = await SignedRequests.GenerateAsync(Generated, seed: 1);

        foreach (var request in requests)
        {
            using var response = await SendAsync(request);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{(int)response.StatusCode} for {request}");
        }
    }

    [Fact]
    public async Task SignedByTheTwilioPackage_WithOneByteChanged_AllAreRefused()
    {
        var requests = await SignedRequests.GenerateAsync(Generated, seed: 2);
        var random = new Random(3);

        foreach (var request in requests)
        {
            var changed = Change(request, random);
            using var response = await SendAsync(changed);
            Assert.True(response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, $"{(int)response.StatusCode} for {changed}, which was {request}");
        }
    }

    [Theory]
    [InlineData("/guarded", HttpStatusCode.BadRequest)]
    [InlineData("/guarded.txt", HttpStatusCode.Forbidden)]
    public async Task NoSignature_IsRefused(string path, HttpStatusCode expected)
    {
        using var response = await service.Client.GetAsync(path);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("localhost:3000", "https://localhost/guarded")]
    [InlineData("localhost:3000", "https://localhost:3000/guarded")]
    [InlineData("localhost:3000", "http://localhost:3000/guarded")]
    [InlineData("localhost", "https://localhost:443/guarded")]
    [InlineData("localhost", "http://localhost:80/guarded")]
    [InlineData("[::1]:3000", "http://[::1]/guarded")]
    public async Task Signature_WithOrWithoutThePort_IsAccepted(string host, string signedUrl)
    {
        var signature = RequestSignature.Compute(SignedRequests.AuthToken, signedUrl, []);

        using var response = await SendAsync(new("GET", host, "/guarded", null, "", signature));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("https://localhost/other")]
    [InlineData("https://localhost/guarded?a=1")]
    [InlineData("https://example.org/guarded")]
    [InlineData("https://localhost:3001/guarded")]
    [InlineData("ftp://localhost/guarded")]
    public async Task Signature_OfAnotherUrl_IsRefused(string signedUrl)
    {
        var signature = RequestSignature.Compute(SignedRequests.AuthToken, signedUrl, []);

        using var response = await SendAsync(new("GET", "localhost:3000", "/guarded", null, "", signature));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task JsonBody_WithTheWrongHash_IsRefused()
    {
        var target = "/guarded?bodySHA256=" + Convert.ToHexStringLower(SHA256.HashData("{\"a\":1}"u8));
        var signature = RequestSignature.Compute(SignedRequests.AuthToken, "https://localhost" + target, []);

        using var right = await SendAsync(new("POST", "localhost", target, "application/json", "{\"a\":1}", signature));
        using var wrong = await SendAsync(new("POST", "localhost", target, "application/json", "{\"a\":2}", signature));

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task ProtectedAsset_Signed_IsServed()
    {
        var signature = RequestSignature.Compute(SignedRequests.AuthToken, "https://localhost/guarded.txt", []);

        using var response = await SendAsync(new("GET", "localhost", "/guarded.txt", null, "", signature));

        Assert.Equal("treasure", await response.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> SendAsync(SignedRequests.SignedRequest request)
    {
        // The target must arrive as it is, and HttpClient would write it anew.
        var head = new StringBuilder();
        head.Append($"{request.Method} {request.Target} HTTP/1.1\r\nHost: {request.Host}\r\nConnection: close\r\nX-Twilio-Signature: {request.Signature}\r\n");
        var body = Encoding.UTF8.GetBytes(request.Body);
        if (request.ContentType is not null)
        {
            head.Append($"Content-Type: {request.ContentType}\r\nContent-Length: {body.Length}\r\n");
        }

        var answer = await RawConnection.ExchangeAsync(service.Port, head.Append("\r\n").Append(Encoding.Latin1.GetString(body)).ToString());
        var response = new HttpResponseMessage((HttpStatusCode)int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture))
        {
            Content = new StringContent(answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..], new MediaTypeHeaderValue("text/plain")),
        };
        return response;
    }

    // One byte of the signature, the query's values, or the body becomes another one that is as valid.
    private static SignedRequests.SignedRequest Change(SignedRequests.SignedRequest request, Random random)
    {
        if (request.Body.Length > 0 && random.Next(3) == 0)
        {
            if (request.ContentType == "application/json" && !request.Target.Contains("bodySHA256", StringComparison.Ordinal))
            {
                // Nothing signs such a body: the URL alone is signed.
                return request with { Target = request.Target.Contains('?', StringComparison.Ordinal) ? request.Target + "x" : request.Target + "?x" };
            }

            return request with { Body = request.Body + "x" };
        }

        if (random.Next(2) == 0 && request.Target.Contains('?', StringComparison.Ordinal))
        {
            return request with { Target = request.Target + "0" };
        }

        var position = random.Next(request.Signature.Length - 2);
        var other = request.Signature[position] == 'A' ? 'B' : 'A';
        return request with { Signature = request.Signature[..position] + other + request.Signature[(position + 1)..] };
    }

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        [".env"] = $"AUTH_TOKEN={SignedRequests.AuthToken}",
        ["functions/guarded.protected.js"] = "exports.handler = (context, event, callback) => callback(null, 'guarded');",
        ["assets/guarded.protected.txt"] = "treasure",
    });
}
