using System.Text.RegularExpressions;
using Ahoy.Model;

namespace Ahoy.Bundling.TypeScript;

/// <summary>What lies in the output beside what the compiler has just written: files that are copied as they are, and what has no source any more.</summary>
internal static class CompiledOutput
{
    private static readonly ResourceKind[] s_kinds = [ResourceKind.Function, ResourceKind.Asset];
    private static readonly Regex s_source = new("\"sources\"\\s*:\\s*\\[\\s*\"([^\"]+)\"\\s*\\]", RegexOptions.CultureInvariant);

    /// <summary>Copies what the compiler does not compile, and removes what is left of sources that are gone.</summary>
    /// <param name="project">The project.</param>
    /// <param name="program">The files that were compiled, absolute.</param>
    /// <param name="before">What lay there after the last compilation, absolute.</param>
    /// <returns>What lies there now, absolute, without what only goes along (maps).</returns>
    /// <exception cref="IOException">A file can't be copied.</exception>
    public static IReadOnlyList<string> Complete(TypeScriptProject project, IReadOnlyList<string> program, IEnumerable<string> before)
    {
        var compiled = new HashSet<string>(program, StringComparer.Ordinal);
        var outputs = new HashSet<string>(compiled.Where(file => IsCompiled(project, file)).Select(file => NameOf(project, project.OutputOf(file))), StringComparer.Ordinal);
        foreach (var kind in s_kinds)
        {
            foreach (var file in FilesIn(project.SourcesOf(kind)).Where(file => !compiled.Contains(file) && IsCopied(kind, file)))
            {
                var target = project.OutputOf(file);
                if (target != file && outputs.Add(target))
                {
                    CopyIfNewer(file, target);
                }
            }
        }

        foreach (var stale in before.Concat(s_kinds.SelectMany(kind => FindOrphans(project, project.OutputOf(kind)))).Where(file => !outputs.Contains(file)).Distinct().ToList())
        {
            Remove(project, stale);
        }

        return [.. outputs.OrderBy(file => file, StringComparer.Ordinal)];
    }

    private static bool IsCompiled(TypeScriptProject project, string file) =>
        !TypeScriptProject.IsDeclarationName(file)
        && project.OutputOf(file) != file
        && (!project.Bundles || s_kinds.Any(kind => ProjectPath.IsBelow(project.SourcesOf(kind), file)));

    private static string NameOf(TypeScriptProject project, string file) => Path.GetExtension(file) switch
    {
        ".ts" or ".tsx" or ".jsx" => Path.ChangeExtension(file, ".js"),
        ".mts" or ".cts" or ".mjs" or ".cjs" when project.Bundles => Path.ChangeExtension(file, ".js"),
        ".mts" => Path.ChangeExtension(file, ".mjs"),
        ".cts" => Path.ChangeExtension(file, ".cjs"),
        _ => file,
    };

    // A Function in JavaScript counts unless the same one lies beside it in TypeScript: then somebody has compiled it there.
    private static bool IsCopied(ResourceKind kind, string file) =>
        ResourceScanner.IsResourceName(kind, Path.GetFileName(file))
        && !TypeScriptProject.IsSourceName(file)
        && !TypeScriptProject.IsDeclarationName(file)
        && !(file.EndsWith(".js", StringComparison.Ordinal) && File.Exists(Path.ChangeExtension(file, ".ts")))
        && !(file.EndsWith(".js.map", StringComparison.Ordinal) && File.Exists(file.Substring(0, file.Length - ".js.map".Length) + ".ts"));

    private static IEnumerable<string> FilesIn(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => file.IndexOf(Path.DirectorySeparatorChar + "node_modules" + Path.DirectorySeparatorChar, folder.Length, StringComparison.Ordinal) < 0)
        : [];

    private static void CopyIfNewer(string source, string target)
    {
        var (from, to) = (new FileInfo(source), new FileInfo(target));
        if (!to.Exists || to.Length != from.Length || to.LastWriteTimeUtc != from.LastWriteTimeUtc)
        {
            AtomicFile.Copy(source, target);
        }
    }

    // Of earlier compilations that nobody remembers: a map beside them says what they were made of.
    private static IEnumerable<string> FindOrphans(TypeScriptProject project, string folder) => FilesIn(folder)
        .Where(file => file.EndsWith(".js", StringComparison.Ordinal) && File.Exists(file + ".map"))
        .Where(file => s_source.Match(File.ReadAllText(file + ".map")) is { Success: true } match
            && Path.GetFullPath(Path.Combine(folder, Path.GetDirectoryName(file)!, match.Groups[1].Value)) is var source
            && ProjectPath.IsBelow(project.SourceFolder, source)
            && TypeScriptProject.IsSourceName(source)
            && !File.Exists(source));

    private static void Remove(TypeScriptProject project, string file)
    {
        if (!ProjectPath.IsBelow(project.Output, file) || !Directory.Exists(Path.GetDirectoryName(file)))
        {
            return;
        }

        File.Delete(file);
        File.Delete(file + ".map");
        for (var folder = Path.GetDirectoryName(file)!;
            ProjectPath.IsBelow(project.Output, folder) && Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any();
            folder = Path.GetDirectoryName(folder)!)
        {
            Directory.Delete(folder);
        }
    }
}
