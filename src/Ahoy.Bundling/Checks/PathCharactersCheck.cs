using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5005: a path has characters that a URL path can't have as they are (RFC 3986, <c>pchar</c>), or an empty part.</summary>
internal sealed class PathCharactersCheck : IBuildCheck
{
    private const string Allowed = "-._~!$&'()*+,;=:@";

    public IEnumerable<Problem> Check(BuildCandidate candidate)
    {
        foreach (var content in candidate.Resources)
        {
            if (Describe(content.Resource) is { } reason)
            {
                yield return new Problem(
                    "AHOY5005", Severity.Error, $"the path '{content.Resource.Path}' {reason}: rename the file", content.Resource.File);
            }
        }
    }

    private static string? Describe(Resource resource)
    {
        // The root is a path of its own, for an Asset. Page: Assets.
        if (resource.Path == "/" && resource.Kind == ResourceKind.Asset)
        {
            return null;
        }

        foreach (var part in resource.Path.Substring(1).Split('/'))
        {
            if (part.Length == 0)
            {
                return "has an empty part";
            }

            if (part is "." or "..")
            {
                return $"has the part '{part}', which every client resolves before it asks";
            }

            if (part.FirstOrDefault(c => !IsAllowed(c)) is var c and not '\0')
            {
                return $"has the character {Name(c)}, which a URL can't have as it is";
            }
        }

        return null;
    }

    private static bool IsAllowed(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || Allowed.IndexOf(c) >= 0;

    private static string Name(char c) => c switch
    {
        ' ' => "' ' (a space)",
        < ' ' or '\u007F' => $"U+{(int)c:X4}",
        _ => $"'{c}'",
    };
}
