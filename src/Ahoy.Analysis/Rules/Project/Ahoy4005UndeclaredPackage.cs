using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Platform.Compiled;
using Ahoy.Analysis.Platform.Modules;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Project;

/// <summary>A package is loaded that the platform does not install.</summary>
internal sealed class Ahoy4005UndeclaredPackage : FileRule
{
    /// <summary>A <c>try</c> with no more statements than this is there for the import alone.</summary>
    private const int MostStatementsOfAnAttempt = 2;

    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY4005",
        RuleCategory.Project,
        Severity.Warning,
        "A package is loaded that is not in dependencies",
        "The platform installs what 'dependencies' in package.json lists, and '{0}' {1}: loading it would fail there. Run 'npm install {0}'.");

    public override void Check(FileContext file, FindingSink findings)
    {
        if (!file.Project.HasPackageManifest)
        {
            return;
        }

        foreach (var module in ModuleReferences.Of(file.Source).All)
        {
            if (module.Package is { } package && !PlatformModules.Contains(package) && Problem(file.Project, package) is { } problem && !IsAttempt(file, module))
            {
                findings.Report(module.Argument, package, problem);
            }
        }
    }

    private static string? Problem(ProjectSummary project, string package)
    {
        if (!project.Packages.TryGetValue(package, out var list))
        {
            return "is not among them";
        }

        return list switch
        {
            DependencyKind.DevDependency => "is in 'devDependencies' only, which are not installed there",
            DependencyKind.OptionalDependency => "is in 'optionalDependencies' only, which are not installed there",
            DependencyKind.PeerDependency => "is in 'peerDependencies' only, which are not installed there",
            _ => null,
        };
    }

    /// <summary>
    /// Whether the code is prepared for the package not to be there: a <c>require</c> in a <c>try</c>, an <c>import().catch()</c>. An
    /// <c>import()</c> often stands in the one big <c>try</c> of an async handler, which is about other errors.
    /// </summary>
    private static bool IsAttempt(FileContext file, ModuleReference module)
    {
        var load = CompiledImport(file.Source, module) ?? module.Call;
        if (file.Source.Nodes.ParentOf(load) is MemberExpression member && file.Source.Constants.NameOf(member) == "catch")
        {
            return true;
        }

        Node child = load;
        foreach (var ancestor in file.Source.Nodes.AncestorsOf(load))
        {
            if (ancestor is IFunction function && Steps.Are(function) && !ReferenceEquals(load, module.Call))
            {
                // In the steps of a compiled function a try is not where it was.
                return true;
            }

            if (ancestor is TryStatement attempt
                && ReferenceEquals(attempt.Block, child)
                && (!module.IsImport || attempt.Block.Body.Count <= MostStatementsOfAnAttempt))
            {
                return true;
            }

            child = ancestor;
        }

        return false;
    }

    /// <summary>The chain that compilers make of an <c>import()</c>: <c>Promise.resolve().then(() => require('x'))</c>; null for other calls.</summary>
    private static CallExpression? CompiledImport(SourceFile source, ModuleReference module)
    {
        var at = source.Nodes.AncestorsOf(module.Call).TakeWhile(static above => above is not IFunction).LastOrDefault() ?? module.Call;
        return source.Nodes.ParentOf(at) is IFunction loader
            && source.Nodes.ParentOf((Node)loader) is CallExpression { Callee: MemberExpression { Property: Identifier { Name: "then" }, Object: CallExpression { Callee: MemberExpression { Property: Identifier { Name: "resolve" } } } } } chain
                ? chain
                : null;
    }
}
