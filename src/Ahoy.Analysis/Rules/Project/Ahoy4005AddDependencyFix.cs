using Ahoy.Analysis.Fixes;

namespace Ahoy.Analysis.Rules.Project;

/// <summary>Adds the package to <c>dependencies</c>, or moves it there from the other lists.</summary>
internal sealed class Ahoy4005AddDependencyFix : FileFixer
{
    public override string RuleId => "AHOY4005";

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        if (request.Finding.Arguments[0] is string package)
        {
            var isListed = request.File.Project.Packages.ContainsKey(package);
            yield return new Fix($"{(isListed ? "Move" : "Add")} {package} to dependencies in package.json", RuleId, [])
            {
                IsCure = false,
                OtherFiles = [new FileEdit(FileChange.PackageManifest, text => PackageManifestEditor.AddDependency(text, package))],
            };
        }
    }
}
