using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform.Modules;

namespace Ahoy.Analysis.Rules.Project;

/// <summary>A package is loaded by <c>require</c> that is an ES module.</summary>
internal sealed class Ahoy4006EsmOnlyPackage : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY4006",
        RuleCategory.Project,
        Severity.Warning,
        "A package that is an ES module is loaded by require()",
        "The installed '{0}' is an ES module: {1}. Load it by 'await import('{0}')' in an async function.");

    public override void Check(FileContext file, FindingSink findings)
    {
        foreach (var module in ModuleReferences.Of(file.Source).All)
        {
            // A file of a package may be something else than the package itself.
            if (!module.IsImport && module.Specifier == module.Package)
            {
                Check(file, findings, module);
            }
        }
    }

    private void Check(FileContext file, FindingSink findings, ModuleReference module)
    {
        var runtime = file.Project.Runtime;
        switch (file.Project.RequireSupportOf(module.Specifier))
        {
            case RequireSupport.ImportOnly:
                findings.Report(module.Argument, module.Specifier, "it offers nothing to require(), which throws at run time");
                break;
            case RequireSupport.EsModule when NodeRuntime.RequiresModulesWithAWarning(runtime):
                findings.Report(new Finding(
                    Descriptor,
                    module.Argument.Start,
                    module.Argument.End,
                    module.Specifier,
                    $"require() loads it on {runtime} with a warning at run time, and not at all on older ones")
                {
                    Severity = Severity.Info,
                });
                break;
            case RequireSupport.EsModule:
                findings.Report(module.Argument, module.Specifier, $"require() can't load it on {runtime} and throws at run time");
                break;
        }
    }
}
