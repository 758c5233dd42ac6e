using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;
using Ahoy.Cli.Changes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Cli.Checking;

/// <summary>Leaves what a change brings: findings in lines that have changed, and all of those in new files.</summary>
/// <remarks>
/// A handler that never answers is reported at one end of its paths, and the line that was taken out may be anywhere on them: for a finding about the handler,
/// any line of it counts. A check of the Build looks at whole files, or at all of the project.
/// </remarks>
internal sealed class ChangedFindings(GitChanges changes)
{
    /// <summary>A result without what has not changed.</summary>
    public CheckResult Apply(CheckResult result) => result with
    {
        Files = [.. result.Files.Select(file => file with { Findings = [.. file.Findings.Where(finding => IsChanged(file, finding))] })],
        BuildProblems = [.. result.BuildProblems.Where(IsChanged)],
    };

    private bool IsChanged(CheckedProblem found) => Directory.Exists(found.FullPath)
        ? changes.AnyBelow(found.FullPath)
        : changes.Of(found.FullPath) is not null || !File.Exists(found.FullPath);

    private bool IsChanged(CheckedFile file, Finding finding) =>
        IsTouched(file, finding.Start, finding.End)
        || finding.Related.Any(related => IsTouched(file, related.Start, related.End))
        || (finding.WholeFile && changes.Of(file.FullPath) is not null)
        || (finding.Rule.Category == RuleCategory.Handler && OutermostFunction(file.Context, finding) is { } handler && IsTouched(file, handler.Start, handler.End));

    private bool IsTouched(CheckedFile file, int start, int end)
    {
        var from = file.PlaceOf(start, end);
        var to = file.PlaceOf(end, end);
        return changes.Of(Path.GetFullPath(from.Path)) is { } lines
            && lines.Touch(from.Line, to.Path == from.Path ? Math.Max(from.EndLine, to.Line) : from.EndLine);
    }

    private static Node? OutermostFunction(FileContext file, Finding finding)
    {
        var node = NodeFinder.Innermost(file.Program, finding.Start, finding.End);
        return file.Source.Nodes.AncestorsOf(node).Prepend(node).LastOrDefault(parent => parent is IFunction);
    }
}
