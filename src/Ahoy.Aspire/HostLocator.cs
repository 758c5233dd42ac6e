using System.Reflection;
using Aspire.Hosting;

namespace Ahoy.Aspire;

/// <summary>Finds the host, by what the package's targets have written into the app host's assembly.</summary>
internal static class HostLocator
{
    private const string Key = "Ahoy.Aspire.Host";

    /// <exception cref="DistributedApplicationException">It is not there.</exception>
    public static string Find(Assembly? appHost)
    {
        IEnumerable<Assembly> assemblies = [.. appHost is null ? [] : new[] { appHost }, .. AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic)];
        var file = assemblies
            .SelectMany(assembly => assembly.GetCustomAttributes<AssemblyMetadataAttribute>())
            .FirstOrDefault(attribute => attribute.Key == Key && attribute.Value is { Length: > 0 })?.Value
            ?? throw new DistributedApplicationException("No assembly says where the host of Ahoy.Aspire is: refer to the package Ahoy.Aspire in the project of your app host.");
        return File.Exists(file) ? file : throw new DistributedApplicationException($"The host of Ahoy.Aspire is not at {file}: restore and build the project of your app host again.");
    }
}
