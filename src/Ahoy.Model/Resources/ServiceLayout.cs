namespace Ahoy.Model;

/// <summary>The folders of a project. Pages: General Usage; Configuration and Meta Files.</summary>
public sealed class ServiceLayout
{
    private static readonly string[] s_functionsFolders = ["functions", "src"];
    private static readonly string[] s_assetsFolders = ["assets", "static"];

    private ServiceLayout(string projectFolder, string functionsFolder, string assetsFolder)
    {
        ProjectFolder = projectFolder;
        FunctionsFolder = functionsFolder;
        AssetsFolder = assetsFolder;
    }

    /// <summary>The project's folder, absolute.</summary>
    public string ProjectFolder { get; }

    /// <summary>The Functions folder relative to the project; it need not exist.</summary>
    public string FunctionsFolder { get; }

    /// <summary>The Assets folder relative to the project; it need not exist.</summary>
    public string AssetsFolder { get; }

    /// <summary>
    /// Finds the folders of a project: the named one, else the first that exists of <c>functions</c> and <c>src</c>, and of
    /// <c>assets</c> and <c>static</c>.
    /// </summary>
    /// <param name="projectFolder">The project's folder.</param>
    /// <param name="functionsFolder">The Functions folder that the project asks for, relative to it; null or empty for the default.</param>
    /// <param name="assetsFolder">The same for Assets.</param>
    public static ServiceLayout Of(string projectFolder, string? functionsFolder = null, string? assetsFolder = null)
    {
        var root = Path.GetFullPath(projectFolder);
        return new ServiceLayout(
            root, Choose(root, functionsFolder, s_functionsFolders), Choose(root, assetsFolder, s_assetsFolders));
    }

    private static string Choose(string root, string? named, string[] defaults)
    {
        if (!string.IsNullOrEmpty(named))
        {
            return named!.Replace('\\', '/').TrimEnd('/');
        }

        return defaults.FirstOrDefault(folder => Directory.Exists(Path.Combine(root, folder))) ?? defaults[0];
    }
}
