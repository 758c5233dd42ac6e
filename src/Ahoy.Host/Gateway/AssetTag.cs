using Ahoy.Model;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Ahoy.Host.Gateway;

/// <summary>The <c>ETag</c> of an Asset: what its content hashes to.</summary>
internal static class AssetTag
{
    public static string Of(Resource resource) => $"\"{resource.Sha256.AsSpan(0, 32)}\"";

    /// <summary>Whether an <c>If-None-Match</c> names the tag.</summary>
    public static bool Matches(StringValues ifNoneMatch, string tag)
    {
        if (ifNoneMatch.Count == 0 || !EntityTagHeaderValue.TryParseList(ifNoneMatch, out var tags))
        {
            return false;
        }

        foreach (var candidate in tags)
        {
            if (candidate.Tag == "*" || candidate.Tag == tag)
            {
                return true;
            }
        }

        return false;
    }
}
