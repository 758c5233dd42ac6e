using Ahoy.Model;

namespace Ahoy.Deploy.Steps;

/// <summary>
/// Finds the Functions and Assets of the Build, and makes those that are missing. They go by their path, as with the Serverless
/// Toolkit, so that both tools can deploy to one Service.
/// </summary>
internal sealed class FindResourcesStep : IDeployStep
{
    public string Name => "Functions and Assets";

    public async Task<string> RunAsync(DeployContext context, CancellationToken cancellationToken)
    {
        var service = context.Service!.Sid;
        var sids = new Dictionary<Resource, string>();
        var missing = new List<Resource>();
        foreach (var kind in Enum.GetValues<ResourceKind>())
        {
            var wanted = context.Build.Resources.Where(r => r.Kind == kind).ToArray();
            if (wanted.Length == 0)
            {
                continue;
            }

            var known = new Dictionary<string, string>(StringComparer.Ordinal);
            await foreach (var resource in context.Client.Resources.ListAsync(service, kind, cancellationToken))
            {
                // Lists begin with what is newest; of two with one name the older is the one that was always used.
                known[resource.FriendlyName] = resource.Sid;
            }

            foreach (var resource in wanted)
            {
                if (known.TryGetValue(resource.Path, out var sid))
                {
                    sids[resource] = sid;
                }
                else
                {
                    missing.Add(resource);
                }
            }
        }

        var done = 0;
        var made = await Task.WhenAll(missing.Select(async resource =>
        {
            var created = await context.Client.Resources.CreateAsync(service, resource.Kind, resource.Path, cancellationToken);
            context.Advance(Name, Interlocked.Increment(ref done), missing.Count);
            return (resource, created.Sid);
        }));
        foreach (var (resource, sid) in made)
        {
            sids[resource] = sid;
        }

        context.ResourceSids = sids;
        return $"{sids.Count}{(missing.Count > 0 ? $", {missing.Count} new" : "")}";
    }
}
