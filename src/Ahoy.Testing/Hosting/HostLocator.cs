using System.Reflection;

namespace Ahoy.Testing.Hosting;

/// <summary>What the package's targets have written into the test assembly: where the host is, and where the test project lies.</summary>
internal static class HostLocator
{
    private const string HostKey = "Ahoy.Testing.Host";
    private const string FolderKey = "Ahoy.Testing.ProjectFolder";

    /// <summary>The host's program, <c>ahoy.dll</c>.</summary>
    /// <exception cref="HostStartException">No assembly says where it is.</exception>
    public static string FindHost() => Find(HostKey)
        ?? throw new HostStartException("No assembly of this process says where the host of Ahoy.Testing is: refer to the package Ahoy.Testing in the project of your tests.");

    /// <summary>The folder of the test project, which paths are relative to; the current one where nothing says so.</summary>
    public static string FindProjectFolder() => Find(FolderKey) is { } folder && Directory.Exists(folder) ? folder : Environment.CurrentDirectory;

    // A test runner may be the entry, and the tests a library of it.
    private static string? Find(string key) =>
        AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic)
            .SelectMany(assembly => assembly.GetCustomAttributes<AssemblyMetadataAttribute>())
            .FirstOrDefault(attribute => attribute.Key == key && attribute.Value is { Length: > 0 })?.Value;
}
