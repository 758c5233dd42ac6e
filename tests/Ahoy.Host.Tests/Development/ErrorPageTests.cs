using System.Net;
using Ahoy.Host.Development;
using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Development;

public sealed class ErrorPageTests(ErrorPageTests.Service service) : IClassFixture<ErrorPageTests.Service>
{
    [Fact]
    public async Task Error_ForABrowser_IsAPageWithTheSource()
    {
        using var response = await GetAsync("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<h1>RangeError: &lt;b&gt;too far&lt;/b&gt;</h1>", page, StringComparison.Ordinal);
        Assert.Contains("functions/fails.js:3", page, StringComparison.Ordinal);
        Assert.Contains("<mark>    3    [1].forEach(", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("at exports.handler", StringComparison.Ordinal) < page.IndexOf("at Array.forEach", StringComparison.Ordinal), "The project's files come first.");
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/json")]
    public async Task Error_ForAProgram_IsJson(string accept)
    {
        using var response = await GetAsync(accept);

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("at handler (/project/functions/a b.js:3:5)", "/project/functions/a b.js", 3)]
    [InlineData("at /project/functions/a.js:12:1", "/project/functions/a.js", 12)]
    [InlineData("at async import (file:///project/lib/m.mjs:7:2)", "/project/lib/m.mjs", 7)]
    [InlineData("at new Promise (<anonymous>)", null, 0)]
    public void Frame_IsReadWithItsPlace(string line, string? file, int number)
    {
        var frame = Assert.Single(StackFrame.Parse("Error: x\n    " + line));

        Assert.Equal(file, frame.File);
        Assert.Equal(number, frame.Line);
    }

    private Task<HttpResponseMessage> GetAsync(string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/fails");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return service.Client.SendAsync(request);
    }

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/fails.js"] = "exports.handler = () => {\n  // What follows is wrong.\n  [1].forEach(() => { throw new RangeError('<b>too far</b>'); });\n};\n",
    });
}
