using System.Net;
using Ahoy.Deploy.Http;

namespace Ahoy.Deploy.Steps;

/// <summary>Finds the Service, by SID, where it was last, or by name; or makes it.</summary>
internal sealed class FindServiceStep : IDeployStep
{
    public string Name => "Service";

    public async Task<string> RunAsync(DeployContext context, CancellationToken cancellationToken)
    {
        var services = context.Client.Services;
        if (context.Request.ServiceSid is { } sid)
        {
            context.CurrentSid = sid;
            context.Service = await services.GetAsync(sid, cancellationToken);
            return $"{context.Service.UniqueName} ({sid})";
        }

        if (context.Request.LastServiceSid is { } last)
        {
            context.CurrentSid = last;
            if (await services.TryGetAsync(last, cancellationToken) is { } deployed)
            {
                context.Service = deployed;
                return $"{deployed.UniqueName} ({last})";
            }

            context.CurrentSid = null;
        }

        var name = context.ServiceName;
        context.Service = await services.FindAsync(name, cancellationToken);
        var isNew = context.Service is null;
        if (isNew)
        {
            try
            {
                context.Service = await services.CreateAsync(name, name, includeCredentials: true, uiEditable: false, cancellationToken);
            }
            catch (ServerlessApiException e) when (e.Status is HttpStatusCode.Conflict or HttpStatusCode.BadRequest)
            {
                // Another deploy of the same Service may have made it this moment.
                context.Service = await services.FindAsync(name, cancellationToken);
                if (context.Service is null)
                {
                    throw;
                }
            }
        }

        return $"{name} ({context.Service!.Sid}){(isNew ? ", new" : "")}";
    }
}
