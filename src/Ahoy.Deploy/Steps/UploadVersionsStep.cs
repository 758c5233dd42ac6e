using Ahoy.Deploy.Ledger;

namespace Ahoy.Deploy.Steps;

/// <summary>Uploads what the platform does not have yet: a content that was uploaded before, from this machine, is used again.</summary>
internal sealed class UploadVersionsStep : IDeployStep
{
    public string Name => "Upload";

    public async Task<string> RunAsync(DeployContext context, CancellationToken cancellationToken)
    {
        var ledger = context.OpenLedger();
        var served = await ServedVersionsAsync(context, cancellationToken);
        var total = context.ResourceSids.Count;
        var done = 0;
        var uploaded = 0;
        var versions = await Task.WhenAll(context.ResourceSids.Select(async pair =>
        {
            var (resource, resourceSid) = pair;
            var known = ledger.Find(resource, resourceSid);
            if (known is null || !await IsThereAsync(context, known, served, cancellationToken))
            {
                var version = await context.Client.Versions.UploadAsync(
                    context.Service!.Sid, resourceSid, resource, () => context.Request.Source.OpenContent(resource), cancellationToken);
                known = new LedgerEntry(
                    resource.Kind, resource.Path, resource.Visibility, resource.ContentType, resource.Sha256, resourceSid, version.Sid);
                ledger.Add(known);
                Interlocked.Increment(ref uploaded);
            }

            context.Advance(Name, Interlocked.Increment(ref done), total);
            return (resource, known.VersionSid);
        }));

        context.VersionSids = versions.ToDictionary(v => v.resource, v => v.VersionSid);
        context.Uploaded = uploaded;
        return $"{uploaded} uploaded, {total - uploaded} unchanged";
    }

    // A Version in the Build that is served is there for certain: for most of them the platform need not be asked one by one.
    private static async Task<HashSet<string>> ServedVersionsAsync(DeployContext context, CancellationToken cancellationToken)
    {
        if (context.Environment!.BuildSid is not { } buildSid)
        {
            return [];
        }

        var build = await context.Client.Builds.GetAsync(context.Service!.Sid, buildSid, cancellationToken);
        return [.. build.FunctionVersions.Concat(build.AssetVersions).Select(v => v.Sid)];
    }

    // The platform removes Versions that are in no Deployment after some days.
    private static async Task<bool> IsThereAsync(
        DeployContext context, LedgerEntry known, HashSet<string> served, CancellationToken cancellationToken) =>
        served.Contains(known.VersionSid)
        || await context.Client.Versions.ExistsAsync(
            context.Service!.Sid, known.Kind, known.ResourceSid, known.VersionSid, cancellationToken);
}
