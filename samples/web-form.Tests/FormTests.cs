using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ahoy.Testing;
using Xunit;

namespace WebForm.Tests;

/// <summary>Starts the service once for all tests of a class.</summary>
public sealed class RunningForm : IAsyncLifetime
{
    public AhoyService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Service = await AhoyService.StartAsync(AhoyProjects.WebForm);

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}

/// <summary>What a browser does: it fetches the page and what that needs, and sends the form. Nothing is kept between tests that could be reset.</summary>
public sealed class FormTests(RunningForm running) : IClassFixture<RunningForm>
{
    private AhoyService Service => running.Service;

    [Theory]
    [InlineData("/", "text/html", "Shall we call you back?")]
    [InlineData("/form.js", "application/javascript", "fetch('/callback'")]
    [InlineData("/style.css", "text/css", "{")]
    public async Task Asset_IsServed(string path, string type, string text)
    {
        using var browser = Service.CreateClient();

        using var response = await browser.GetAsync(path);

        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(text, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Form_AsThePageSendsIt_IsThanked()
    {
        using var browser = Service.CreateClient();

        using var response = await browser.PostAsJsonAsync("/callback", new { name = "Ada", phone = "+351 912 345 678" });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<Answer>();
        Assert.Equal("Thank you, Ada. We call +351912345678 within the hour.", answer!.Message);
    }

    [Theory]
    [InlineData("", "+351 912 345 678", "Please tell us your name.")]
    [InlineData("Ada", "912 345 678", "A phone number starts with + and the country code.")]
    public async Task Form_ThatIsNotRight_IsToldWhy(string name, string phone, string expected)
    {
        // The same Function takes a form without a script.
        var result = await Service.InvokeAsync("/callback", new { name, phone });

        Assert.Equal(422, result.StatusCode);
        Assert.Equal(expected, result.Json<Answer>().Error);
    }

    [Fact]
    public async Task Token_IsForTheOneWhoAsks()
    {
        var result = await Service.InvokeAsync("/token", new { identity = "ada" });

        // header.payload.signature, each in base64url
        var payload = result.Json<Token>().Value.Split('.')[1].Replace('-', '+').Replace('_', '/');
        var claims = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(payload.PadRight((payload.Length + 3) / 4 * 4, '=')))).RootElement;
        Assert.Equal("ada", claims.GetProperty("grants").GetProperty("identity").GetString());
        Assert.Equal(15 * 60, claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());
    }

    [Fact]
    public async Task Token_ForNobody_IsRefused() => Assert.Equal(400, (await Service.InvokeAsync("/token", new { identity = " " })).StatusCode);

    private sealed record Answer(string? Message, string? Error);

    private sealed record Token(string Identity, [property: System.Text.Json.Serialization.JsonPropertyName("token")] string Value, int ExpiresIn);
}
