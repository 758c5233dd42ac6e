using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ahoy.Model.Tests.Files;

public sealed class JsonReasonTests
{
    [Theory]
    [InlineData("{\"name\": ", "Expected")]
    [InlineData("{\"name\": x}", "'x' is an invalid start of a value.")]
    [InlineData("{\"bogus\": 1}", "The JSON property 'bogus' is not known.")]
    [InlineData("{\"name\": {}}", "The value of 'name' is of the wrong type, or no text.")]
    [InlineData("{\"inner\": {\"times\": \"often\"}}", "The value of 'inner.times' is of the wrong type, or no text.")]
    [InlineData("[]", "The value of the whole is of the wrong type, or no text.")]
    public void Reason_NamesNeitherTypesNorThePlace(string json, string expected)
    {
        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Form>(json));

        var reason = JsonReason.Of(exception);

        Assert.StartsWith(expected, reason, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("Path:", reason, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(Form), reason, StringComparison.Ordinal);
    }

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    private sealed record Form([property: JsonPropertyName("name")] string? Name, [property: JsonPropertyName("times")] int? Times, [property: JsonPropertyName("inner")] Form? Inner);
}
