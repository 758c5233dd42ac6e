using System.Text;
using Ahoy.Fuzzing.Engine;
using Ahoy.Host.Gateway;

namespace Ahoy.Fuzzing.Targets;

/// <summary>The path and query of a request: no path comes out that leads where it should not, and a query comes to its end.</summary>
internal sealed class RequestTargetTarget : IFuzzTarget
{
    public string Name => "request-target";

    public IEnumerable<byte[]> Seeds { get; } =
    [
        .. new[]
        {
            "/sms/reply?From=%2B1555&Body=a+b&Body=%F0%9F%98%80", "http://localhost:3000/a%20b/c.txt?x=%zz&&=&y", "/%2e%2e/%2E/%252f/\\/%00?a=b=c", "https://h?q", "*", "//a//b",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public void Run(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var target = RequestTarget.WithoutAuthority(text);
        Check.That(target.Length <= text.Length + 1, "a target is no longer than what was sent");
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var raw = question < 0 ? target : target[..question];
        if (RequestTarget.DecodePath(raw) is { } path)
        {
            Check.That(!path.Any(c => c is < ' ' or '\x7f' or '\\'), "a path has no control characters and no backslash");
            Check.That(path.Count(c => c == '/') == raw.Count(c => c == '/'), "no slash comes out that was not there");
        }

        Check.That(PercentEncoding.Decode(Uri.EscapeDataString(text)) == text, "what is encoded is decoded to itself");
        var fields = 0;
        foreach (var (name, value) in new FormReader(question < 0 ? "" : target.AsSpan(question + 1)))
        {
            Check.That(name.Length + value.Length <= target.Length, "a field is no longer than the query");
            fields++;
        }

        Check.That(fields <= target.Count(c => c == '&') + 1, "there are as many fields as the query has");
        foreach (var cookie in new CookieReader(text))
        {
            Check.That(cookie.Name.Length > 0, "a cookie has a name");
        }
    }

    public void Dispose()
    {
    }
}
