namespace Ahoy.Deploy.Steps;

/// <summary>Lets the Environment serve the Build.</summary>
internal sealed class ActivateStep : IDeployStep
{
    public string Name => "Activate";

    public async Task<string> RunAsync(DeployContext context, CancellationToken cancellationToken)
    {
        var environment = context.Environment!;
        context.CurrentSid = environment.Sid;
        if (environment.BuildSid == context.BuildSid)
        {
            return "already served";
        }

        var deployment = await context.Client.Deployments.CreateAsync(
            context.Service!.Sid, environment.Sid, context.BuildSid!, cancellationToken);
        return deployment.Sid;
    }
}
