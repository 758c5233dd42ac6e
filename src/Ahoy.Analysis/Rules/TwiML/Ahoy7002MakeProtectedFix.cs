using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Platform.Modules;

namespace Ahoy.Analysis.Rules.TwiML;

/// <summary>
/// Makes the private Function that an address leads to protected, by its file's name; what loads it by that name follows. A private Asset is
/// left alone: it is there for code to read, which a protected one is not.
/// </summary>
internal sealed class Ahoy7002MakeProtectedFix : FileFixer
{
    private const string PrivateMark = ".private.js";
    private const string ProtectedMark = ".protected.js";

    public override string RuleId => "AHOY7002";

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        var file = request.Finding.Arguments[2] as string;
        var target = request.File.Project.Resources.FirstOrDefault(resource => resource.File == file);
        if (target is { Kind: ResourceKind.Function } && target.File.EndsWith(PrivateMark, StringComparison.Ordinal))
        {
            var renamed = target.File.Substring(0, target.File.Length - PrivateMark.Length) + ProtectedMark;
            yield return new Fix($"Make it protected: rename {target.File} to {renamed}", RuleId, EditsIn(request.File.Source, request.File.Resource, request.File, target))
            {
                IsCure = false,
                OtherFiles = [.. OtherEdits(request, target), new FileRename(target.File, renamed)],
            };
        }
    }

    private static IEnumerable<FileEdit> OtherEdits(FixRequest request, ProjectResource target)
    {
        foreach (var resource in request.File.Project.Resources)
        {
            if (resource.File != request.File.Resource.File
                && AnalyzedResources.Contain(resource)
                && !SourceFile.IsXml(resource)
                && request.File.Others.Sources.Find(resource) is { } source
                && EditsIn(source, resource, request.File, target).Count > 0)
            {
                yield return new FileEdit(resource.File, text => EditsIn(source.With(text), resource, request.File, target));
            }
        }
    }

    /// <summary>What must change in a file that loads the target by a relative path: <c>require('./greet.private')</c>.</summary>
    private static IReadOnlyList<TextEdit> EditsIn(SourceFile source, ProjectResource resource, FileContext file, ProjectResource target)
    {
        var edits = new EditList();
        var context = new FileContext(source, resource, file.Project, file.Cancellation, file.Others.Sources);
        foreach (var module in ModuleReferences.Of(source).All)
        {
            if (module.Specifier.StartsWith(".", StringComparison.Ordinal) && ReferenceEquals(RelativeModule.Find(context, module.Specifier), target))
            {
                var written = source.Text.Substring(module.Argument.Start, module.Argument.End - module.Argument.Start);
                var mark = written.LastIndexOf(".private", StringComparison.Ordinal);
                if (mark >= 0)
                {
                    edits.Replace(module.Argument.Start + mark, module.Argument.Start + mark + ".private".Length, ".protected");
                }
            }
        }

        return edits.Edits;
    }
}
