using Ahoy.Analysis;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Rules;
using Ahoy.Analysis.SourceMaps;

namespace Ahoy.Cli.Checking;

/// <summary>
/// Corrects a project in TypeScript in its sources: what a fix does to the compiled line is done to the line that it was compiled from, where that is the same one but
/// for its indentation. Then the project is compiled again.
/// </summary>
internal static class OriginalFixer
{
    /// <summary>Corrects a project once.</summary>
    /// <param name="project">The project.</param>
    /// <param name="written">Takes the sources that were changed.</param>
    /// <param name="left">Takes places with a fix that can't be made there, as the compiler has changed the line.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>Whether anything was changed: more may be found then.</returns>
    /// <exception cref="IOException">A file can't be read or written.</exception>
    public static bool Fix(CheckedProject project, ISet<string> written, ISet<(string File, int Line, string Id)> left, CancellationToken cancellation)
    {
        var edits = new Dictionary<string, List<TextEdit>>(StringComparer.Ordinal);
        foreach (var file in project.Files)
        {
            var source = project.Sources.Read(file);
            if (CheckedSources.OriginalsOf(project, file) is not { } originals)
            {
                continue;
            }

            var context = new FileContext(source, CheckedProject.ToResource(file), project.Summary, cancellation, project.Sources);
            var findings = OriginalFindings.Of(FindingCache.Of(context, project.Settings.For(file.FullPath)), source, originals);
            foreach (var (finding, place) in findings.Where(found => found.Place is not null))
            {
                // Where somebody else compiles the project, the compiled file still has what its source was just rid of.
                if (written.Contains(place!.Path) && File.GetLastWriteTimeUtc(place.Path) > File.GetLastWriteTimeUtc(file.FullPath))
                {
                    continue;
                }

                if (FixCatalog.Offer(new FixRequest(context, finding)).FirstOrDefault(fix => fix.IsCure) is not { } fix)
                {
                    continue;
                }

                if (originals.Translate(fix.Edits) is not var (path, made))
                {
                    left.Add((place.Path, place.Source.Lines.PositionOf(place.Start).Line + 1, finding.Rule.Id));
                }
                else if (edits.TryGetValue(path, out var before) ? !made.Any(edit => before.Exists(edit.Conflicts)) : edits.TryAdd(path, before = []))
                {
                    before.AddRange(made);
                }
            }
        }

        foreach (var (path, made) in edits)
        {
            FileText.Write(path, EditList.Apply(File.ReadAllText(path), [.. made.OrderBy(edit => edit.Start)]));
            written.Add(path);
        }

        return edits.Count > 0;
    }
}
