using System.Security.Cryptography;
using System.Text;

namespace Ahoy.Testing;

/// <summary>Signs requests as Twilio does. Page: Security.</summary>
internal sealed class RequestSigner(string authToken) : DelegatingHandler(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false })
{
    private const string Header = "X-Twilio-Signature";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var signed = new StringBuilder();
        if (request.Content is { } content)
        {
            var body = await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            if (content.Headers.ContentType?.MediaType == "application/x-www-form-urlencoded")
            {
                foreach (var (name, value) in Parameters(Encoding.UTF8.GetString(body)).OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal).Distinct())
                {
                    signed.Append(name).Append(value);
                }
            }
            else if (body.Length > 0)
            {
                // Another body is signed by its hash, which stands in the query.
                var address = new UriBuilder(request.RequestUri!);
                var hash = $"bodySHA256={Convert.ToHexString(SHA256.HashData(body)).ToLowerInvariant()}";
                address.Query = address.Query.Length > 1 ? $"{address.Query[1..]}&{hash}" : hash;
                request.RequestUri = address.Uri;
            }
        }

        signed.Insert(0, request.RequestUri!.AbsoluteUri);
#pragma warning disable CA5350 // Twilio's signatures are SHA-1.
        var signature = Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(signed.ToString())));
#pragma warning restore CA5350
        request.Headers.Remove(Header);
        request.Headers.Add(Header, signature);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<(string Name, string Value)> Parameters(string body) =>
        from part in body.Split('&', StringSplitOptions.RemoveEmptyEntries)
        let pair = part.Split('=', 2)
        select (Decode(pair[0]), pair.Length > 1 ? Decode(pair[1]) : "");

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
