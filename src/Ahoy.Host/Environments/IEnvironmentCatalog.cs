namespace Ahoy.Host.Environments;

/// <summary>The served Environments that a gateway serves.</summary>
internal interface IEnvironmentCatalog
{
    /// <summary>Raised when an Environment has another served Environment, so that a worker can be made ready before the next request.</summary>
    event Action<ServedEnvironment>? Activated;

    /// <summary>Raised with the key of an Environment that serves nothing any more: its workers end.</summary>
    event Action<string>? Removed;

    /// <summary>
    /// The served Environment that answers for a host, or null. Asked for each request, so it has to be fast; a request is
    /// served by what this returned, whatever changes meanwhile.
    /// </summary>
    /// <param name="host">The <c>Host</c> of the request with its port, if it has one.</param>
    ServedEnvironment? Find(string host);
}
