namespace Ahoy.Host.Deployments;

/// <summary>A catalog of one deployment that never changes and answers for every host name.</summary>
internal sealed class SingleDeployment(Deployment deployment) : IDeploymentCatalog
{
    // Nothing is ever activated or removed.
    public event Action<Deployment>? Activated
    {
        add { }
        remove { }
    }

    public event Action<string>? Removed
    {
        add { }
        remove { }
    }

    public Deployment Find(string host) => deployment;
}
