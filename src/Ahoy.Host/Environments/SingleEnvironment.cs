namespace Ahoy.Host.Environments;

/// <summary>A catalog of one served Environment that answers for every host name.</summary>
/// <param name="served">Describes it for the name that it is reached by, which may be known only once it is served.</param>
/// <param name="domainName">The name by now.</param>
internal sealed class SingleEnvironment(Func<string, ServedEnvironment> served, string domainName) : IEnvironmentCatalog
{
    public event Action<ServedEnvironment>? Activated;

    // Nothing is ever removed.
    public event Action<string>? Removed
    {
        add { }
        remove { }
    }

    public ServedEnvironment Current { get; private set; } = served(domainName);

    public ServedEnvironment Find(string host) => Current;

    /// <summary>Says by what name it is reached.</summary>
    public void UseDomainName(string name)
    {
        Current = served(name);
        Activated?.Invoke(Current);
    }
}
