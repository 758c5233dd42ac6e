using System.Net.Http.Headers;
using System.Text;
using Ahoy.Model.Signatures;

namespace Ahoy.Cli.Calling;

/// <summary>The body of a call: a form, JSON, or nothing.</summary>
/// <param name="Fields">The fields of the form.</param>
/// <param name="Json">The JSON, or null.</param>
internal sealed record CallBody(IReadOnlyList<KeyValuePair<string, string>> Fields, string? Json)
{
    public bool IsEmpty => Fields.Count == 0 && Json is null;

    /// <summary>The URL as it is signed and sent: with the hash of a JSON body in its query.</summary>
    public string AddHash(string url)
    {
        if (Json is null)
        {
            return url;
        }

        var separator = url.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return $"{url}{separator}{RequestSignature.BodyHashParameter}={RequestSignature.HashBody(Encoding.UTF8.GetBytes(Json))}";
    }

    /// <summary>The signature of a URL with this body.</summary>
    public string Sign(string authToken, string url) => RequestSignature.Compute(authToken, url, Fields);

    public HttpContent? ToContent() => Json is not null
        ? new StringContent(Json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"))
        : Fields.Count > 0 ? new FormUrlEncodedContent(Fields) : null;
}
