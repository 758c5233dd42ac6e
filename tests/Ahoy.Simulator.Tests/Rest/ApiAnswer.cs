using System.Text.Json.Nodes;

namespace Ahoy.Simulator.Tests.Rest;

/// <summary>An answer of the REST API, read.</summary>
internal sealed record ApiAnswer(int Status, JsonNode? Json, IReadOnlyDictionary<string, string> Headers)
{
    public string? this[string property] => Json![property]?.ToString();

    public int Code => (int)Json!["code"]!;

    /// <summary>Asserts that it is Twilio's error of that status and code.</summary>
    public ApiAnswer Failed(int status, int code)
    {
        Assert.True(Status == status && Json?["code"] is not null && Code == code, $"Expected {status}/{code}, got {Status} {Json}");
        Assert.Equal($"https://www.twilio.com/docs/errors/{code}", this["more_info"]);
        Assert.Equal(status, (int)Json!["status"]!);
        return this;
    }

    public JsonArray List(string property) => Json![property]!.AsArray();
}
