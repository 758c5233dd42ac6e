using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Gateway;

public sealed class PathTests(PathTests.Service service) : IClassFixture<PathTests.Service>
{
    [Theory]
    [InlineData("/hello", "hello")]
    [InlineData("/%68ello", "hello")]
    [InlineData("/sms/reply", "reply")]
    [InlineData("/page.txt", "page")]
    [InlineData("/%5Blist%5D.txt", "brackets")]
    [InlineData("/%C3%BCber/gr%C3%BC%C3%9Fe.txt", "unicode")]
    [InlineData("/a.b.c.txt", "dots")]
    [InlineData("http://localhost/hello", "hello")]
    public async Task Path_OfAResource_LeadsToIt(string target, string expected) =>
        Assert.EndsWith("\r\n\r\n" + expected, await GetAsync(target), StringComparison.Ordinal);

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/hello/")]
    [InlineData("/hello.js")]
    [InlineData("/Hello")]
    [InlineData("//hello")]
    [InlineData("/./hello")]
    [InlineData("/sms/../hello")]
    [InlineData("/sms/%2e%2e/hello")]
    [InlineData("/sms%2freply")]
    [InlineData("/sms%2Freply")]
    [InlineData("/sms\\reply")]
    [InlineData("/sms%5creply")]
    [InlineData("/%2568ello")]
    [InlineData("/hello%")]
    [InlineData("/hello%2")]
    [InlineData("/hello%zz")]
    [InlineData("/hello;x=1")]
    [InlineData("/hello%0a")]
    [InlineData("/hello%20")]
    [InlineData("/hello.")]
    [InlineData("/h%C0%A5llo")]
    [InlineData("/%ff")]
    public async Task Path_ThatIsNoResources_Is404(string target) =>
        Assert.StartsWith("HTTP/1.1 404", await GetAsync(target), StringComparison.Ordinal);

    [Theory]
    [InlineData("/hello%00")]
    [InlineData("/hello%00.txt")]
    public async Task Path_WithANullByte_Is400(string target) =>
        Assert.StartsWith("HTTP/1.1 400", await GetAsync(target), StringComparison.Ordinal);

    // Whatever way it is spelt: what is private is not there.
    [Theory]
    [MemberData(nameof(PrivateSpellings))]
    public async Task Private_AnySpelling_IsNotServed(string target)
    {
        var response = await GetAsync(target);

        Assert.DoesNotContain("secret", response, StringComparison.Ordinal);
        Assert.True(response.StartsWith("HTTP/1.1 404", StringComparison.Ordinal) || response.StartsWith("HTTP/1.1 400", StringComparison.Ordinal), response);
    }

    public static TheoryData<string> PrivateSpellings()
    {
        string[] names = ["hidden.txt", "hidden.private.txt", "helper", "helper.js", "helper.private", "helper.private.js"];
        string[] forms =
        [
            "/{0}", "//{0}", "/./{0}", "/page.txt/../{0}", "/%2e/{0}", "/x/%2e%2e/{0}", "/x/..%2f{0}", "/..%5c{0}", "/\\{0}",
            "/{0}%00", "/{0}%00.txt", "/{0}/", "/{0}.", "/{0}%20", "/assets/{0}", "/functions/{0}", "/../assets/{0}",
            "/../functions/{0}", "/%252e%252e/assets/{0}", "/..;/assets/{0}", "/.%00./assets/{0}", "/%c0%ae%c0%ae/assets/{0}",
            "/%ef%bc%8e%ef%bc%8e/assets/{0}", "http://localhost/../assets/{0}", "/{0}?.txt", "/page.txt%3f/../{0}",
        ];
        var data = new TheoryData<string>();
        foreach (var name in names)
        {
            foreach (var form in forms)
            {
                data.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, name));
            }

            data.Add("/" + name.ToUpperInvariant());
            data.Add("/" + string.Concat(name.Select(c => $"%{(int)c:x2}")));
            data.Add("/" + string.Concat(name.Select(c => $"%25{(int)c:x2}")));

            // Letters that look like these: fullwidth forms.
            data.Add("/" + string.Concat(name.Select(c => char.IsAsciiLetter(c) ? Uri.EscapeDataString(((char)(c + 0xfee0)).ToString()) : c.ToString())));
        }

        return data;
    }

    private Task<string> GetAsync(string target) =>
        RawConnection.ExchangeAsync(service.Port, $"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/hello.js"] = "exports.handler = (context, event, callback) => callback(null, 'hello');",
        ["functions/sms/reply.js"] = "exports.handler = (context, event, callback) => callback(null, 'reply');",
        ["functions/helper.private.js"] = "exports.handler = (context, event, callback) => callback(null, 'secret');",
        ["assets/page.txt"] = "page",
        ["assets/[list].txt"] = "brackets",
        ["assets/über/grüße.txt"] = "unicode",
        ["assets/a.b.c.txt"] = "dots",
        ["assets/hidden.private.txt"] = "secret",
    });
}
