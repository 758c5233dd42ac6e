using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform.Cookies;

namespace Ahoy.Analysis.Rules.Headers;

/// <summary>A cookie says twice how long it lives.</summary>
internal sealed class Ahoy3005MaxAgeAndExpires : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY3005",
        RuleCategory.Headers,
        Severity.Info,
        "A cookie sets both Max-Age and Expires",
        "The cookie has a Max-Age too, which wins: Expires has no effect. Remove one of the two.");

    public override void Check(FileContext file, FindingSink findings)
    {
        var reported = new HashSet<int>();
        foreach (var cookie in CookieWrites.Of(file.Source).All)
        {
            if (cookie.Find("Max-Age") is { } maxAge && cookie.Find("Expires") is { } expires && reported.Add(expires.Start))
            {
                findings.Report(new Finding(Descriptor, expires.Start, expires.End)
                {
                    Related = [new RelatedSpan(maxAge.Start, maxAge.End, "This Max-Age wins.")],
                });
            }
        }
    }
}
