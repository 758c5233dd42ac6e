using Ahoy.Deploy.Verification;
using Ahoy.Model;

namespace Ahoy.Deploy.Steps;

/// <summary>
/// Asks each public resource whether it answers. No Function runs for it: OPTIONS is answered by the platform, in the Function's stead.
/// </summary>
internal sealed class VerifyStep(EndpointProbe probe) : IDeployStep
{
    public string Name => "Verify";

    public async Task<string> RunAsync(DeployContext context, CancellationToken cancellationToken)
    {
        context.CurrentSid = context.Environment!.Sid;
        context.Endpoints = Endpoints(context);
        if (!context.Request.Verify)
        {
            return "left out";
        }

        var asked = context.Endpoints.Where(e => e.Visibility == Visibility.Public).ToArray();
        var patience = context.Client.GatewayPort is null ? EndpointProbe.NewDomainPatience : EndpointProbe.HostPatience;
        var done = 0;
        await Parallel.ForEachAsync(
            asked,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken },
            async (endpoint, token) =>
            {
                await probe.WaitUntilItAnswersAsync(endpoint, patience, token);
                context.Advance(Name, Interlocked.Increment(ref done), asked.Length);
            });
        return asked.Length switch
        {
            0 => "nothing public to ask",
            1 => "1 public resource answers",
            var count => $"{count} public resources answer",
        };
    }

    private static DeployedEndpoint[] Endpoints(DeployContext context)
    {
        var root = ServiceAddress.Of(context.Environment!.DomainName, context.Client.GatewayPort);
        return
        [
            .. context.Build.Resources
                .Where(r => r.Visibility != Visibility.Private)
                .Select(r => new DeployedEndpoint(r.Kind, r.Visibility, r.Path, new Uri(root, r.Path))),
        ];
    }
}
