using System.Net;
using System.Text.Json.Nodes;
using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Gateway;

public sealed class EventTests(EventTests.Service service) : IClassFixture<EventTests.Service>
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Json = "application/json";

    [Theory]
    [InlineData("", "{}")]
    [InlineData("?", "{}")]
    [InlineData("?a=1", """{"a":"1"}""")]
    [InlineData("?a=1&b=x", """{"a":"1","b":"x"}""")]
    [InlineData("?a=1&a=2&a=3", """{"a":["1","2","3"]}""")]
    [InlineData("?a", """{"a":""}""")]
    [InlineData("?a=", """{"a":""}""")]
    [InlineData("?a=b=c", """{"a":"b=c"}""")]
    [InlineData("?a=%C3%A9+%2B%26", """{"a":"é +&"}""")]
    [InlineData("?a=%F0%9F%98%80", """{"a":"😀"}""")]
    [InlineData("?a=100%", """{"a":"100%"}""")]
    [InlineData("?a=%zz%4", """{"a":"%zz%4"}""")]
    [InlineData("?a=%ff", """{"a":"\uFFFD"}""")]
    [InlineData("?&&a=1&&", """{"a":"1"}""")]
    [InlineData("?a[b]=1", """{"a[b]":"1"}""")]
    [InlineData("?__proto__=x", """{"__proto__":"x"}""")]
    [InlineData("?constructor=x&hasOwnProperty=y", """{"constructor":"x","hasOwnProperty":"y"}""")]
    [InlineData("?request=x", "{}")]
    public async Task Query_BecomesParameters(string query, string expected) =>
        AssertJson(expected, await GetParametersAsync(await service.Client.GetAsync("/echo" + query)));

    [Theory]
    [InlineData("a=1&b=2", """{"a":"1","b":"2"}""")]
    [InlineData("a=1&a=2", """{"a":["1","2"]}""")]
    [InlineData("Body=Hello+there%21&From=%2B15551234567", """{"Body":"Hello there!","From":"+15551234567"}""")]
    [InlineData("a=ä€😀", """{"a":"ä€😀"}""")]
    [InlineData("", "{}")]
    public async Task FormBody_BecomesParameters(string body, string expected) =>
        AssertJson(expected, await GetParametersAsync(await service.PostAsync("/echo", body, Form)));

    [Theory]
    [InlineData("""{"a":1,"b":true,"c":null,"d":{"e":[1,2]},"f":"x"}""", """{"a":1,"b":true,"c":null,"d":{"e":[1,2]},"f":"x"}""")]
    [InlineData("""["x",2]""", """{"0":"x","1":2}""")]
    [InlineData("[]", "{}")]
    [InlineData("{}", "{}")]
    [InlineData("5", "{}")]
    [InlineData("null", "{}")]
    [InlineData("\"text\"", "{}")]
    [InlineData("""{"request":"x","a":1}""", """{"a":1}""")]
    [InlineData("""{"__proto__":{"polluted":true}}""", """{"__proto__":{"polluted":true}}""")]
    [InlineData("", "{}")]
    public async Task JsonBody_BecomesParameters(string body, string expected) =>
        AssertJson(expected, await GetParametersAsync(await service.PostAsync("/echo", body, Json)));

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/vnd.acme+json")]
    public async Task JsonBody_IsKnownByItsType(string contentType) =>
        AssertJson("""{"a":1}""", await GetParametersAsync(await service.PostAsync("/echo", """{"a":1}""", contentType)));

    [Fact]
    public async Task FormBody_WinsOverTheQuery() =>
        AssertJson("""{"a":"body","b":"query"}""", await GetParametersAsync(await service.PostAsync("/echo?a=query&b=query&a=again", "a=body", Form)));

    [Fact]
    public async Task JsonBody_WinsOverTheQuery() =>
        AssertJson("""{"a":{"deep":1},"b":"query"}""", await GetParametersAsync(await service.PostAsync("/echo?a=query&b=query", """{"a":{"deep":1}}""", Json)));

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    public async Task BodyOfAnotherType_IsLeftOut(string? contentType) =>
        AssertJson("""{"q":"1"}""", await GetParametersAsync(await service.PostAsync("/echo?q=1", "a=1", contentType)));

    [Theory]
    [InlineData("{")]
    [InlineData("{'a':1}")]
    [InlineData("nonsense")]
    public async Task JsonBody_Malformed_Is400(string body)
    {
        using var response = await service.PostAsync("/echo", body, Json);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith("The body of the request is not valid JSON: ", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_NeverPolluteOtherObjects()
    {
        await service.PostAsync("/echo?__proto__=x&constructor=y", """{"__proto__":{"polluted":1}}""", Json);

        Assert.Equal("clean", await service.GetTextAsync("/pollution"));
    }

    [Fact]
    public async Task Headers_AreLowerCased()
    {
        var request = await GetRequestAsync("X-Some-Header: Value\r\nContent-Language: de\r\n");

        Assert.Equal("Value", (string?)request["headers"]!["x-some-header"]);
        Assert.Equal("de", (string?)request["headers"]!["content-language"]);
    }

    [Fact]
    public async Task Header_Repeated_IsAListInOrder()
    {
        var request = await GetRequestAsync("Cache-Control: no-cache\r\nX-A: 1\r\nCache-Control: private\r\nX-A: 2\r\nX-A: 3\r\n");

        AssertJson("""["no-cache","private"]""", request["headers"]!["cache-control"]!);
        AssertJson("""["1","2","3"]""", request["headers"]!["x-a"]!);
    }

    [Fact]
    public async Task Headers_AreLatin1AsNodeReadsThem()
    {
        var request = await GetRequestAsync("X-Name: J\u00fcrgen\r\n");

        Assert.Equal("Jürgen", (string?)request["headers"]!["x-name"]);
    }

    [Theory]
    [InlineData("Proxy-Connection: x")]
    [InlineData("Expect: x")]
    [InlineData("Proxy-Authorization: x")]
    [InlineData("Proxy-Authenticate: x")]
    [InlineData("Referer: http://example.com")]
    [InlineData("Trailer: x")]
    [InlineData("Upgrade: x")]
    [InlineData("Via: 1.1 x")]
    [InlineData("X-Accel-Buffering: no")]
    [InlineData("x-accel-anything: no")]
    [InlineData("X-Forwarded-For: 1.2.3.4")]
    [InlineData("X-FORWARDED-PROTO: https")]
    [InlineData("X-Real-IP: 1.2.3.4")]
    public async Task RestrictedHeader_IsNotSeen(string header)
    {
        var request = await GetRequestAsync($"{header}\r\nX-Seen: yes\r\n");

        AssertJson("""{"x-seen":"yes"}""", request["headers"]!);
    }

    [Fact]
    public async Task RestrictedHeaders_OfTheConnection_AreNotSeen()
    {
        var response = await RawConnection.ExchangeAsync(
            service.Port,
            "POST /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");

        AssertJson("{}", JsonNode.Parse(response[response.IndexOf('{', StringComparison.Ordinal)..])!["request"]!["headers"]!);
    }

    [Theory]
    [InlineData("Cookie_1=yummy; sessionToken=abc123", """{"Cookie_1":"yummy","sessionToken":"abc123"}""")]
    [InlineData("foo=bar; foo=baz", """{"foo":"bar"}""")]
    [InlineData("a=1;b=2 ;  c = 3", """{"a":"1","b":"2","c":"3"}""")]
    [InlineData("quoted=\"x y\"", """{"quoted":"x y"}""")]
    [InlineData("escaped=%7B%22a%22%3A1%7D; broken=%zz", """{"escaped":"{\"a\":1}","broken":"%zz"}""")]
    [InlineData("novalue; =x; empty=", """{"empty":""}""")]
    [InlineData("__proto__=x", """{"__proto__":"x"}""")]
    public async Task Cookies_AreReadByName(string header, string expected) =>
        AssertJson(expected, (await GetRequestAsync($"Cookie: {header}\r\n"))["cookies"]!);

    [Fact]
    public async Task Cookies_OfSeveralHeaders_TheFirstCounts() =>
        AssertJson("""{"a":"1","b":"2"}""", (await GetRequestAsync("Cookie: a=1\r\nCookie: a=3; b=2\r\n"))["cookies"]!);

    [Fact]
    public async Task Event_WithManyParameters_HasThemAll()
    {
        var body = string.Join('&', Enumerable.Range(0, 70_000).Select(i => $"p{i}={i}"));

        var parameters = await GetParametersAsync(await service.PostAsync("/echo", body, Form));

        Assert.Equal(70_000, parameters.AsObject().Count);
        Assert.Equal("69999", (string?)parameters["p69999"]);
    }

    private async Task<JsonNode> GetRequestAsync(string headers)
    {
        var response = await RawConnection.ExchangeAsync(
            service.Port, $"GET /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n");
        Assert.StartsWith("HTTP/1.1 200", response, StringComparison.Ordinal);
        return JsonNode.Parse(response[(response.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..])!["request"]!;
    }

    private static async Task<JsonNode> GetParametersAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var parameters = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        response.Dispose();
        Assert.IsType<JsonObject>(parameters["request"]);
        parameters.AsObject().Remove("request");
        return parameters;
    }

    private static void AssertJson(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"expected {expected}, and it is {actual.ToJsonString()}");

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/echo.js"] = "exports.handler = (context, event, callback) => callback(null, event);",
        ["functions/pollution.js"] = "exports.handler = (context, event, callback) => callback(null, ({}).polluted === undefined ? 'clean' : 'polluted');",
    });
}
