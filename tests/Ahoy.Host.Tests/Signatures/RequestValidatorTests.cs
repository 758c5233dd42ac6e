using System.Collections.Specialized;
using System.Text;
using Ahoy.Host.Signatures;
using Ahoy.Model.Signatures;
using Twilio.Security;

namespace Ahoy.Host.Tests.Signatures;

/// <summary>
/// The validator of Twilio's library for C# as a second oracle, beside the npm package: of random requests it accepts what we sign, and of
/// altered ones it refuses what we refuse.
/// </summary>
public sealed class RequestValidatorTests
{
    private const string AuthToken = "12345678901234567890123456789012";
    private const int Requests = 1000;
    private const string Letters = "abcXYZ019 ~!*'()-._+&=%/?#\"<>[]{}|^`äß€\n\t";

    private static readonly string[] s_hosts = ["localhost", "localhost:3000", "example.ngrok.app", "shop-1234-dev.localhost:3000", "example.org:443"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Form_SignedByUs_IsAcceptedByTheLibrary(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Requests; i++)
        {
            var (url, fields) = RandomRequest(random);

            Assert.True(IsValid(url, fields, Sign(url, fields)), Describe(url, fields));
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Form_AlteredAfterwards_IsRefusedByBoth(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Requests; i++)
        {
            var (url, fields) = RandomRequest(random);
            var signature = Sign(url, fields);
            var (alteredUrl, alteredFields) = Alter(random, url, fields);

            Assert.False(RequestSignature.AreEqual(Sign(alteredUrl, alteredFields), signature), $"Ours: {Describe(alteredUrl, alteredFields)}");
            Assert.False(IsValid(alteredUrl, alteredFields, signature), $"The library: {Describe(alteredUrl, alteredFields)}");
        }
    }

    /// <summary>With another port than the request's: here both accept it. (We also do where the request names the scheme's own port.)</summary>
    [Theory]
    [InlineData("https://example.org/a?b=c", "https://example.org:443/a?b=c")]
    [InlineData("http://example.org/a", "http://example.org:80/a")]
    [InlineData("https://example.org:3000/a", "https://example.org/a")]
    public void Port_ThatWasSignedOrNot_IsAcceptedByBoth(string url, string signedUrl)
    {
        var signature = RequestSignature.Compute(AuthToken, signedUrl, []);
        var uri = new Uri(url);
        var host = url.Split('/')[2];

        Assert.Contains(
            SignedUrl.Candidates(host, uri.PathAndQuery, publicUrl: null),
            candidate => RequestSignature.Compute(AuthToken, candidate, []) == signature);
        Assert.True(IsValid(url, [], signature));
    }

    [Fact]
    public void JsonBody_ByItsHash_IsJudgedAlike()
    {
        var random = new Random(5);
        for (var i = 0; i < Requests; i++)
        {
            var body = $$"""{"text":"{{RandomText(random, 30).Replace("\"", "", StringComparison.Ordinal)}}"}""";
            var hash = RequestSignature.HashBody(Encoding.UTF8.GetBytes(body));
            var url = $"https://{random.GetItems(s_hosts, 1)[0]}/json?{RequestSignature.BodyHashParameter}={hash}";
            var signature = RequestSignature.Compute(AuthToken, url, []);
            var validator = new RequestValidator(AuthToken);

            Assert.True(validator.Validate(url, body, signature), url);
            Assert.False(validator.Validate(url, body + " ", signature), url);
            Assert.NotEqual(hash, RequestSignature.HashBody(Encoding.UTF8.GetBytes(body + " ")));
        }
    }

    private static string Sign(string url, List<KeyValuePair<string, string>> fields) => RequestSignature.Compute(AuthToken, url, fields);

    // The library takes a name once, or a collection in which it may repeat; with the latter it joins values by commas. Ours are different here.
    private static bool IsValid(string url, List<KeyValuePair<string, string>> fields, string signature)
    {
        var form = new NameValueCollection();
        foreach (var (name, value) in fields)
        {
            form.Add(name, value);
        }

        var validator = new RequestValidator(AuthToken);
        var asCollection = validator.Validate(url, form, signature);
        Assert.Equal(asCollection, validator.Validate(url, fields.ToDictionary(field => field.Key, field => field.Value), signature));
        return asCollection;
    }

    private static (string Url, List<KeyValuePair<string, string>> Fields) RandomRequest(Random random)
    {
        var query = string.Join('&', Enumerable.Range(0, random.Next(4)).Select(i => $"q{i}={Uri.EscapeDataString(RandomText(random, 12))}"));
        var url = $"{(random.Next(2) == 0 ? "http" : "https")}://{random.GetItems(s_hosts, 1)[0]}/guarded{(query.Length > 0 ? "?" : "")}{query}";
        var fields = Enumerable.Range(0, random.Next(12))
            .Select(i => KeyValuePair.Create($"{(char)('A' + random.Next(26))}{RandomText(random, 4)}{i}", RandomText(random, 20)))
            .ToList();
        return (url, fields);
    }

    private static (string Url, List<KeyValuePair<string, string>> Fields) Alter(Random random, string url, List<KeyValuePair<string, string>> fields)
    {
        var altered = fields.ToList();
        switch (random.Next(fields.Count > 0 ? 5 : 2))
        {
            case 0:
                return (url + (url.Contains('?', StringComparison.Ordinal) ? "0" : "?a=0"), altered);
            case 1:
                altered.Add(KeyValuePair.Create("Added", "1"));
                return (url, altered);
            case 2:
                altered.RemoveAt(random.Next(altered.Count));
                return (url, altered);
            default:
                var at = random.Next(altered.Count);
                altered[at] = KeyValuePair.Create(altered[at].Key, altered[at].Value + (char)('a' + random.Next(26)));
                return (url, altered);
        }
    }

    private static string RandomText(Random random, int most) => new(random.GetItems(Letters.AsSpan(), random.Next(most + 1)));

    private static string Describe(string url, List<KeyValuePair<string, string>> fields) =>
        $"{url} with {string.Join(", ", fields.Select(field => $"[{field.Key}]=[{field.Value}]"))}";
}
