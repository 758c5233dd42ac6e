using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Ahoy.Testing;

/// <summary>What a Function or an Asset answered.</summary>
public sealed class FunctionResult
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    private readonly string _what;

    internal FunctionResult(string what, int statusCode, string body, HttpResponseHeaders headers, HttpContentHeaders contentHeaders, IReadOnlyList<LogLine> logs, TimeSpan duration)
    {
        (_what, StatusCode, Body, Logs, Duration) = (what, statusCode, body, logs, duration);
        Headers = headers.Concat(contentHeaders).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        Cookies = headers.TryGetValues("Set-Cookie", out var cookies) ? ReadCookies(cookies) : new Dictionary<string, string>();
    }

    /// <summary>The status of HTTP.</summary>
    public int StatusCode { get; }

    /// <summary>The body as text.</summary>
    public string Body { get; }

    /// <summary>The headers, by name in any case; several of one name are joined by a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The cookies that it set, by name; empty for one that it removed.</summary>
    public IReadOnlyDictionary<string, string> Cookies { get; }

    /// <summary>What the Function printed meanwhile.</summary>
    public IReadOnlyList<LogLine> Logs { get; }

    /// <summary>How long it took, by the clock outside.</summary>
    public TimeSpan Duration { get; }

    /// <summary>The body as JSON; names in it are in camel case.</summary>
    /// <typeparam name="T">What it is read as.</typeparam>
    /// <exception cref="AhoyException">It is none.</exception>
    public T Json<T>()
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Body, s_json) ?? throw new JsonException("it is null");
        }
        catch (JsonException e)
        {
            throw new AhoyException(
                $"{_what}: the answer is not the JSON of a {typeof(T).Name}: {e.Message}{Environment.NewLine}{this}", e);
        }
    }

    /// <summary>The answer and the log, to be read by people.</summary>
    public override string ToString() => string.Join(
        Environment.NewLine,
        [string.Create(CultureInfo.InvariantCulture, $"{_what}: {StatusCode} {Headers.GetValueOrDefault("Content-Type")}"), Body, .. Logs.Select(line => $"  {line}")]);

    private static Dictionary<string, string> ReadCookies(IEnumerable<string> cookies)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cookie in cookies)
        {
            var pair = cookie.Split(';', 2)[0].Split('=', 2);
            result[pair[0].Trim()] = pair.Length > 1 ? pair[1].Trim() : "";
        }

        return result;
    }
}
