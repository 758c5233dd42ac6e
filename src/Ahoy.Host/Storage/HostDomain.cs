namespace Ahoy.Host.Storage;

/// <summary>What the domain names of all Environments end with; below <c>localhost</c> every name leads to this machine.</summary>
internal sealed record HostDomain(string Name = "localhost");
