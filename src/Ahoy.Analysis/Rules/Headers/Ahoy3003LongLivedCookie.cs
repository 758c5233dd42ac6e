using System.Globalization;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Platform.Cookies;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Headers;

/// <summary>A cookie would live longer than the platform allows.</summary>
internal sealed class Ahoy3003LongLivedCookie : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY3003",
        RuleCategory.Headers,
        Severity.Warning,
        "A cookie lives longer than 24 hours",
        "A cookie can live for at most 24 hours (Max-Age=86400), and this one would for {0}: the response would be a 400 'Cookies max-age cannot be greater than a day'.");

    public override void Check(FileContext file, FindingSink findings)
    {
        // Max-Age wins, so that Expires matters only without it.
        foreach (var attribute in CookieWrites.Of(file.Source).Find(static cookie => [cookie.Find("Max-Age") ?? cookie.Find("Expires")]))
        {
            if (LifetimeOf(file, attribute) is { } seconds && seconds > PlatformLimits.CookieLifetimeSeconds)
            {
                findings.Report(attribute.Start, attribute.End, Describe(seconds));
            }
        }
    }

    private static double? LifetimeOf(FileContext file, CookieAttribute attribute)
    {
        if (attribute.Is("Expires"))
        {
            return new DateOffsets(file.Source).Of(attribute.Expression) / 1000;
        }

        return double.TryParse(attribute.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : LongestOf(file.Source, attribute.Expression);
    }

    /// <summary>The longer of two lifetimes that a condition chooses between.</summary>
    private static double? LongestOf(SourceFile file, Node? seconds) => file.Constants.Follow(seconds) is ConditionalExpression choice
        ? (file.Constants.NumberOf(choice.Consequent), file.Constants.NumberOf(choice.Alternate)) switch
        {
            ({ } one, { } other) => Math.Max(one, other),
            var (one, other) => one ?? other,
        }
        : null;

    private static string Describe(double seconds)
    {
        var hours = seconds / (60 * 60);
        return hours < 48
            ? string.Format(CultureInfo.InvariantCulture, "{0:0.#} hours", hours)
            : string.Format(CultureInfo.InvariantCulture, "{0:0.#} days", hours / 24);
    }
}
