using Ahoy.Host.Environments;

namespace Ahoy.Host.Offline.Services;

/// <summary>What the simulator has to know of the Services that this host serves.</summary>
internal interface IOfflineServices
{
    /// <summary>The URL of a Function's path, as webhooks are signed for it; null where no Function has the path.</summary>
    /// <param name="path">The path as people write it, with its query.</param>
    string? ResolvePath(string path);

    /// <summary>Whether a URL is of a Service of this host, whatever its scheme.</summary>
    bool Owns(Uri url);

    /// <summary>The Function that a URL leads to, as people write its path; null for any other URL.</summary>
    string? FunctionOf(Uri url);

    /// <summary>A Function's path as people write it.</summary>
    string NameOf(ServedEnvironment served, string functionPath);

    /// <summary>The served Environment of a Function, by its path as people write it; of any where it is null. Null where nothing is served.</summary>
    ServedEnvironment? EnvironmentOf(string? function);
}
