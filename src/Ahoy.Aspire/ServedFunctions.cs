using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Ahoy.Aspire;

/// <summary>A service where the app host is run: served on this machine, by the host that the package brings.</summary>
internal static class ServedFunctions
{
    public static IResourceBuilder<TwilioFunctionsResource> Add(IDistributedApplicationBuilder builder, TwilioFunctionsResource resource)
    {
        var host = HostLocator.Find(builder.AppHostAssembly);
        return builder.AddResource(resource)
            .WithArgs("exec", host, "start", resource.WorkingDirectory)
            .WithHttpEndpoint(name: TwilioFunctionsResource.HttpEndpoint)
            .WithHttpEndpoint(name: TwilioFunctionsResource.PageEndpoint)
            .WithHttpEndpoint(name: TwilioFunctionsResource.AdminEndpoint)
            .WithArgs(context => AddPorts(context.Args, (TwilioFunctionsResource)context.Resource))
            .WithUrlForEndpoint(TwilioFunctionsResource.PageEndpoint, url => url.DisplayText = "Page")
            .WithUrlForEndpoint(TwilioFunctionsResource.AdminEndpoint, url => url.DisplayLocation = UrlDisplayLocation.DetailsOnly)
            .WithHttpHealthCheck("/", endpointName: TwilioFunctionsResource.AdminEndpoint)
            .WithOtlpExporter(OtlpProtocol.HttpProtobuf)
            .WithIconName("Phone");
    }

    private static void AddPorts(IList<object> arguments, TwilioFunctionsResource resource)
    {
        Add("--port", TwilioFunctionsResource.HttpEndpoint);
        Add("--offline-port", TwilioFunctionsResource.PageEndpoint);
        Add("--admin-port", TwilioFunctionsResource.AdminEndpoint);

        void Add(string option, string endpoint)
        {
            arguments.Add(option);
            arguments.Add(new EndpointReference(resource, endpoint).Property(EndpointProperty.TargetPort));
        }
    }
}
