using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Http;

/// <summary>Finds what the parts of a request's address name, or answers that it is not there.</summary>
internal sealed class Finder(ServiceStore services, EnvironmentStore environments, ResourceStore resources, BuildStore builds)
{
    /// <exception cref="ApiException">There is no such Service.</exception>
    public ServiceRow Service(HttpRequest request, string sidOrName) =>
        services.Find(sidOrName) ?? throw ApiException.NotFound(request);

    /// <exception cref="ApiException">There is no such Environment.</exception>
    public EnvironmentRow Environment(HttpRequest request, string service, string sid) =>
        environments.Find(Service(request, service).Sid, sid) ?? throw ApiException.NotFound(request);

    /// <exception cref="ApiException">There is no such Function or Asset.</exception>
    public ResourceRow Resource(HttpRequest request, string service, ResourceKind kind, string sid) =>
        resources.Find(Service(request, service).Sid, kind, sid) ?? throw ApiException.NotFound(request);

    /// <exception cref="ApiException">There is no such Build.</exception>
    public BuildRow Build(HttpRequest request, string service, string sid) =>
        builds.Find(Service(request, service).Sid, sid) ?? throw ApiException.NotFound(request);
}
