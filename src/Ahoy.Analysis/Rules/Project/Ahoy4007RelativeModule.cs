using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Platform.Modules;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Project;

/// <summary>A Function loads a file that it takes to lie beside it.</summary>
internal sealed class Ahoy4007RelativeModule : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY4007",
        RuleCategory.Project,
        Severity.Warning,
        "A Function loads a file by a relative path",
        "Functions are deployed one by one: on the platform '{0}' is not beside this file, and loading it would fail. {1}.");

    public override void Check(FileContext file, FindingSink findings)
    {
        if (!file.IsFunction)
        {
            return;
        }

        foreach (var module in ModuleReferences.Of(file.Source).All)
        {
            if (module.IsRelative && !IsFallback(file, module))
            {
                findings.Report(module.Argument, module.Specifier, Advice(RelativeModule.Find(file, module.Specifier)));
            }
        }
    }

    /// <summary>
    /// Whether the file is loaded only where there is no <c>Runtime</c>, in a test for one: in the <c>catch</c> of a <c>try</c> that asks
    /// for it.
    /// </summary>
    private static bool IsFallback(FileContext file, ModuleReference module) =>
        file.Source.Nodes.AncestorsOf(module.Call).OfType<TryStatement>().Any(attempt =>
            attempt.Handler is { } handler
            && module.Call.IsIn(handler)
            && file.Source.Nodes.Members.Any(member => member.IsIn(attempt.Block) && file.Source.Scopes.IsFree(member.Object, "Runtime")));

    private static string Advice(ProjectResource? target) => target switch
    {
        { Kind: ResourceKind.Function } =>
            $"Use require(Runtime.getFunctions()['{target.Path.TrimStart('/')}'].path)",
        { Kind: ResourceKind.Asset, Visibility: Visibility.Private } =>
            $"Use Runtime.getAssets()['{target.Path}'].path, or its open()",
        _ => "Put shared code into a private Function and load it by Runtime.getFunctions(), shared data into a private Asset and load it by Runtime.getAssets()",
    };
}
