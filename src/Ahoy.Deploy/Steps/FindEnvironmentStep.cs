using System.Net;
using Ahoy.Api;
using Ahoy.Deploy.Http;

namespace Ahoy.Deploy.Steps;

/// <summary>Finds the Environment, by SID or by domain suffix, or makes it.</summary>
internal sealed class FindEnvironmentStep : IDeployStep
{
    public string Name => "Environment";

    public async Task<string> RunAsync(DeployContext context, CancellationToken cancellationToken)
    {
        var environments = context.Client.Environments;
        var service = context.Service!.Sid;
        var wanted = context.Request.Environment;
        context.Environment = await environments.FindAsync(service, wanted, cancellationToken);
        var isNew = context.Environment is null;
        if (isNew)
        {
            try
            {
                context.Environment = await environments.CreateAsync(service, wanted, cancellationToken);
            }
            catch (ServerlessApiException e) when (e.Status is HttpStatusCode.Conflict or HttpStatusCode.BadRequest)
            {
                context.Environment = await environments.FindAsync(service, wanted, cancellationToken);
                if (context.Environment is null)
                {
                    throw;
                }
            }
        }

        return Describe(context.Environment!, isNew);
    }

    private static string Describe(EnvironmentResource environment, bool isNew) =>
        $"{environment.DomainName} ({environment.Sid}){(isNew ? ", new" : "")}";
}
