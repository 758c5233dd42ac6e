namespace Ahoy.Model;

/// <summary>The folders of a project. Pages: General Usage; Configuration and Meta Files.</summary>
public sealed class ServiceLayout
{
    private static readonly string[] s_functionsFolders = ["functions", "src"];
    private static readonly string[] s_assetsFolders = ["assets", "static"];

    private ServiceLayout(string projectFolder, string functionsFolder, string assetsFolder, TypeScriptProject? typeScript)
    {
        ProjectFolder = projectFolder;
        FunctionsFolder = functionsFolder;
        AssetsFolder = assetsFolder;
        TypeScript = typeScript;
    }

    /// <summary>The project's folder, absolute.</summary>
    public string ProjectFolder { get; }

    /// <summary>The Functions folder relative to the project; it need not exist.</summary>
    public string FunctionsFolder { get; }

    /// <summary>The Assets folder relative to the project; it need not exist.</summary>
    public string AssetsFolder { get; }

    /// <summary>What has to be compiled first; null where nothing has.</summary>
    public TypeScriptProject? TypeScript { get; }

    /// <summary>
    /// Finds the folders of a project: the named one, else what the compiler of a project in TypeScript writes, else the first that exists of
    /// <c>functions</c> and <c>src</c>, and of <c>assets</c> and <c>static</c>.
    /// </summary>
    /// <param name="projectFolder">The project's folder.</param>
    /// <param name="functionsFolder">The Functions folder that the project asks for, relative to it; null or empty for the default.</param>
    /// <param name="assetsFolder">The same for Assets.</param>
    /// <param name="compiles">Whether TypeScript is compiled; where it is not, somebody else has compiled it.</param>
    /// <param name="bundles">Whether each Function is bundled with what it needs.</param>
    public static ServiceLayout Of(string projectFolder, string? functionsFolder = null, string? assetsFolder = null, bool compiles = true, bool bundles = false)
    {
        var root = Path.GetFullPath(projectFolder);
        var typeScript = TypeScriptProject.Find(root, compiles, bundles);
        return new ServiceLayout(
            root,
            Choose(root, functionsFolder, Defaults(typeScript, ResourceKind.Function) ?? s_functionsFolders),
            Choose(root, assetsFolder, Defaults(typeScript, ResourceKind.Asset) ?? s_assetsFolders),
            typeScript);
    }

    // One that lies outside of the project is refused where it is compiled.
    private static string[]? Defaults(TypeScriptProject? typeScript, ResourceKind kind) =>
        typeScript is { WritesIntoProject: true } project
            ? [project.OutputOf(kind).Substring(project.Folder.Length).Replace('\\', '/').Trim('/')]
            : null;

    private static string Choose(string root, string? named, string[] defaults)
    {
        if (!string.IsNullOrEmpty(named))
        {
            return named!.Replace('\\', '/').TrimEnd('/');
        }

        return defaults.FirstOrDefault(folder => Directory.Exists(Path.Combine(root, folder))) ?? defaults[0];
    }
}
