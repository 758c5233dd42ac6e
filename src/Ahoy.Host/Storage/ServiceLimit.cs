using Ahoy.Model;

namespace Ahoy.Host.Storage;

/// <summary>How many Services the account may have; the platform's number unless the host is told otherwise.</summary>
internal sealed record ServiceLimit(int Services = PlatformLimits.ServicesPerAccount);
