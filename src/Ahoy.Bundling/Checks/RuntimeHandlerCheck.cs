using System.Text.RegularExpressions;
using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>
/// AHOY5009: <c>@twilio/runtime-handler</c> is not an exact version, or is older than what the code uses. Pages: Dependencies; Runtime
/// Handler; Headers and Cookies.
/// </summary>
internal sealed class RuntimeHandlerCheck : IBuildCheck
{
    private const string Package = PlatformModules.RuntimeHandler;

    // The first version that gives Functions headers and cookies.
    private static readonly Version s_headersAndCookies = new(1, 2, 0);

    private static readonly Regex s_exact = new(@"^v?(\d{1,9}\.\d{1,9}\.\d{1,9})(?:[-+][0-9A-Za-z.+-]+)?$", RegexOptions.CultureInvariant);

    // A scan of the text, not a parse: the analyzers do that. It matters only to a version that few still have.
    private static readonly Regex s_use = new(
        @"\.\s*request\s*\??\.\s*(?:headers|cookies)\b|\bevent\s*\??\.\s*request\b|\.\s*(?:setCookie|removeCookie)\s*\(", RegexOptions.CultureInvariant);

    private static readonly Regex s_comments = new(@"/\*.*?\*/|(?<!:)//[^\n]*", RegexOptions.Singleline | RegexOptions.CultureInvariant);

    public IEnumerable<Problem> Check(BuildCandidate candidate)
    {
        var line = WrittenPlace.OfPackage(candidate.Manifest?.Folder, Package)?.Line ?? 0;
        return Find(candidate).Select(problem => new Problem(problem.Id, problem.Severity, problem.Message, problem.File, line));
    }

    private static IEnumerable<Problem> Find(BuildCandidate candidate)
    {
        if (candidate.Manifest?.Content.Dependencies.TryGetValue(Package, out var requested) is not true)
        {
            yield break;
        }

        if (s_exact.Match(requested!) is not { Success: true } exact)
        {
            yield return Error($"'{Package}' is '{requested}', and the platform takes an exact version only: write '{PlatformModules.RuntimeHandlerVersion}', without '^' or '~'");
        }
        else if (exact.Groups[1].Value == PlatformModules.RefusedRuntimeHandler)
        {
            yield return new Problem(
                "AHOY5009",
                Severity.Warning,
                $"'{Package}' is '{requested}', which npm has and the platform is known to refuse: write '{PlatformModules.RuntimeHandlerVersion}', which is the platform's own and need not be on npm",
                PackageManifest.FileName);
        }
        else if (Version.Parse(exact.Groups[1].Value) < s_headersAndCookies && FirstUse(candidate) is { } file)
        {
            yield return Error($"'{Package}' is '{requested}', and '{file}' uses the request's headers or cookies, which came with {s_headersAndCookies}: write '{PlatformModules.RuntimeHandlerVersion}'");
        }
    }

    private static string? FirstUse(BuildCandidate candidate) =>
        candidate.Resources
            .Where(content => content.Resource.Kind == ResourceKind.Function)
            .FirstOrDefault(content => s_use.IsMatch(s_comments.Replace(content.ReadText(), "")))
            ?.Resource.File;

    private static Problem Error(string message) =>
        new("AHOY5009", Severity.Error, message, PackageManifest.FileName);
}
