using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Ahoy.Aspire;

/// <summary>
/// A service where the app host is published and not run: a project, whose image is the one of its own <c>PublishContainer</c>. All that the app host's code says of the service counts for it.
/// </summary>
internal sealed class PublishedFunctions(TwilioFunctionsResource functions) : ProjectResource(functions.Name)
{
    // Those of the image: AhoyPort and AhoyContainerAdminPort.
    private const int Port = 3000;
    private const int AdminPort = 3002;

    /// <inheritdoc/>
    public override ResourceAnnotationCollection Annotations => functions.Annotations;

    /// <summary>Adds it to the app host, and gives the service that it stands for, which is not in there itself.</summary>
    public static IResourceBuilder<TwilioFunctionsResource> Add(IDistributedApplicationBuilder builder, TwilioFunctionsResource resource)
    {
        builder.AddResource(new PublishedFunctions(resource)).WithAnnotation(new ProjectFile(FindProject(resource)));
        return builder.CreateResourceBuilder(resource)
            .WithHttpEndpoint(targetPort: Port, name: TwilioFunctionsResource.HttpEndpoint)
            .WithHttpEndpoint(targetPort: AdminPort, name: TwilioFunctionsResource.AdminEndpoint)
            .WithOtlpExporter(OtlpProtocol.HttpProtobuf);
    }

    /// <summary>Gives it, and who refers to its Twilio, an account: parameters of whoever deploys it, in place of the offline one.</summary>
    public static IResourceBuilder<TwilioFunctionsResource> WithAccount(IResourceBuilder<TwilioFunctionsResource> service)
    {
        var builder = service.ApplicationBuilder;
        var twilio = service.Resource.Twilio;
        var sid = builder.AddParameter($"{service.Resource.Name}-account-sid");
        var token = builder.AddParameter($"{service.Resource.Name}-auth-token", secret: true);
        twilio.Published = ReferenceExpression.Create($"AccountSid={sid};AuthToken={token}");
        builder.AddResource(twilio).WithManifestPublishingCallback(context =>
        {
            context.Writer.WriteString("type", "value.v0");
            context.WriteConnectionString(twilio);
        });
        return service.WithEnvironment("ACCOUNT_SID", sid).WithEnvironment("AUTH_TOKEN", token);
    }

    private static string FindProject(TwilioFunctionsResource resource)
    {
        var folder = resource.WorkingDirectory;
        return Directory.GetFiles(folder, "*.*proj") switch
        {
            [var project] => project,
            [] => throw new DistributedApplicationException(
                $"\"{resource.Name}\" can't be published: {folder} has no project file, which makes its image. `ahoy import` in that folder writes one."),
            _ => throw new DistributedApplicationException($"\"{resource.Name}\" can't be published: {folder} has more than one project file."),
        };
    }

    /// <summary>The file that the image is made by.</summary>
    private sealed class ProjectFile(string path) : IProjectMetadata
    {
        public string ProjectPath => path;

        // There is none: a service has no profiles of its own that would say more than the app host.
        public LaunchSettings? LaunchSettings => null;
    }
}
