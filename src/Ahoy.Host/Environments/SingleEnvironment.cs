namespace Ahoy.Host.Environments;

/// <summary>A catalog of one served Environment that never changes and answers for every host name.</summary>
internal sealed class SingleEnvironment(ServedEnvironment served) : IEnvironmentCatalog
{
    // Nothing is ever activated or removed.
    public event Action<ServedEnvironment>? Activated
    {
        add { }
        remove { }
    }

    public event Action<string>? Removed
    {
        add { }
        remove { }
    }

    public ServedEnvironment Find(string host) => served;
}
