using Ahoy.Analysis.Fixes;

namespace Ahoy.Analysis.Rules.Project;

/// <summary>Makes the private Function that <c>Runtime.getFunctions()</c> is asked for.</summary>
internal static class MissingFunction
{
    private const string Ending = ".private.js";

    public static IEnumerable<Fix> Offer(FixRequest request)
    {
        if (request.Finding.Arguments[0] is string key && IsPath(key) && FolderOf(request) is { } folder)
        {
            var file = $"{folder}{key}{Ending}";
            var newLine = request.Style.NewLine;
            yield return new Fix($"Create the private Function {file}", request.Id + ".create", [])
            {
                IsCure = false,
                OtherFiles =
                [
                    new FileCreation(
                        file,
                        $"// What others get by require(Runtime.getFunctions()[{request.Style.Quoted(key)}].path).{newLine}module.exports = {{{newLine}}}{request.Style.Semicolon}{newLine}"),
                ],
            };
        }
    }

    /// <summary>Whether a key can be the path of a file, and has none of the endings that the rule has a word about.</summary>
    private static bool IsPath(string key) =>
        !key.EndsWith(".js", StringComparison.Ordinal)
        && key.Split('/').All(static part => part.Length > 0 && part.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-'));

    /// <summary>Where the Functions are: what stands before its path in the file of one of them.</summary>
    private static string? FolderOf(FixRequest request)
    {
        foreach (var resource in request.File.Project.Resources)
        {
            var at = resource.Kind == ResourceKind.Function ? resource.File.IndexOf(resource.Path, StringComparison.Ordinal) : -1;
            if (at > 0)
            {
                return resource.File.Substring(0, at + 1);
            }
        }

        return null;
    }
}
