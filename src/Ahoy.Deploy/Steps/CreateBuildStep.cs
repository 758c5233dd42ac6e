using Ahoy.Api;
using Ahoy.Model;

namespace Ahoy.Deploy.Steps;

/// <summary>Makes a Build of the Versions, or takes the one that has the same: a Build never changes.</summary>
internal sealed class CreateBuildStep : IDeployStep
{
    public string Name => "Build";

    public async Task<string> RunAsync(DeployContext context, CancellationToken cancellationToken)
    {
        var service = context.Service!.Sid;
        var builds = context.Client.Builds;
        var functions = Versions(context, ResourceKind.Function);
        var assets = Versions(context, ResourceKind.Asset);

        // The versions that the lock file holds: what was tested is what runs.
        BuildDependency[] dependencies = [.. context.Build.Dependencies.Select(d => new BuildDependency(d.Name, d.Locked ?? d.Requested))];

        // Of Assets alone nothing runs, and the platform gives the Build its default.
        var runtime = functions.Length == 0 ? NodeRuntime.Default : context.Build.Runtime;

        // A set with a Version of this deploy was never in a Build.
        var same = context.Uploaded == 0
            ? await builds.FindSameAsync(service, functions.Concat(assets).ToHashSet(), dependencies, runtime, cancellationToken)
            : null;
        var build = same
            ?? await builds.CreateAsync(service, functions, assets, dependencies, runtime, cancellationToken);
        context.BuildSid = build.Sid;
        return same is null ? build.Sid + Describe(dependencies) : $"{build.Sid}, unchanged";
    }

    // What the platform installs now, in the next step.
    private static string Describe(BuildDependency[] dependencies) =>
        dependencies.Length == 0 ? "" : $", with {string.Join(", ", dependencies.Select(d => $"{d.Name} {d.Version}"))}";

    private static string[] Versions(DeployContext context, ResourceKind kind) =>
        [.. context.VersionSids.Where(v => v.Key.Kind == kind).Select(v => v.Value).Order(StringComparer.Ordinal)];
}
