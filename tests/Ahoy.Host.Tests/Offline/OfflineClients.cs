using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Offline;

/// <summary>The npm packages that Functions of these tests use, installed once beside the tests.</summary>
internal static class OfflineClients
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Offline", "Npm");

    /// <summary>Gives a project's folder the packages, as if it had installed them.</summary>
    public static async Task LinkAsync(TempFolder project)
    {
        var packages = await NodePackages.InstallAsync(s_folder, TestContext.Current.CancellationToken);
        Directory.CreateSymbolicLink(project.Combine("node_modules"), packages);
    }

    /// <summary>The text of a Function that stands beside these tests.</summary>
    public static string Function(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Offline", "Functions", name + ".js"));
}
