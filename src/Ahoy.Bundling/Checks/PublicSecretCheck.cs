using System.Text;
using System.Text.RegularExpressions;
using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5014: a public Asset looks like a secret. Page: Understanding Visibility.</summary>
internal sealed class PublicSecretCheck : IBuildCheck
{
    // Keys and configuration files are small: what lies beyond this is no such file.
    private const int HeadBytes = 64 * 1024;

    private static readonly Regex s_privateKey = new(
        @"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----\s*(?:[A-Za-z0-9+/=]{16}|[A-Z][A-Za-z-]+: |\r?\n)", RegexOptions.CultureInvariant);

    private static readonly Regex s_npmToken = new(@"^\s*[^#;\n]*:?_(?:authToken|auth|password)\s*=\s*\S", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    public IEnumerable<Problem> Check(BuildCandidate candidate) =>
        from content in candidate.Resources
        let asset = content.Resource
        where asset.Kind == ResourceKind.Asset && asset.Visibility == Visibility.Public
        let secret = Describe(content)
        where secret is not null
        select new Problem(
            "AHOY5014",
            Severity.Warning,
            $"the public Asset {secret}: everyone could download it; move it out of the Assets folder, or make it private",
            asset.File);

    private static string? Describe(ResourceContent content)
    {
        var name = content.Resource.Path.Substring(content.Resource.Path.LastIndexOf('/') + 1);
        if (name == ".env" || name.StartsWith(".env.", StringComparison.OrdinalIgnoreCase))
        {
            return "has the name of an environment file";
        }

        if (name.Equals("credentials.json", StringComparison.OrdinalIgnoreCase))
        {
            return "has the name of a file of credentials";
        }

        if (name == ".npmrc" && content.Fact("npm-token", () => s_npmToken.IsMatch(Head(content))))
        {
            return "is an .npmrc with a token";
        }

        // A page that shows what a key looks like is no key: those have nothing but the key in them.
        return !LooksLikePage(name) && content.Fact("private-key", () => s_privateKey.IsMatch(Head(content))) ? "holds a private key" : null;
    }

    private static string Head(ResourceContent content) => Encoding.ASCII.GetString(content.ReadHead(HeadBytes));

    private static bool LooksLikePage(string name) =>
        name.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
}
