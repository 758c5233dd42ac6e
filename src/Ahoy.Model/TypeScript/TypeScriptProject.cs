namespace Ahoy.Model;

/// <summary>
/// A project whose Functions are written in TypeScript, or bundled: where their sources lie, and where what is made of them lies. Page: Using TypeScript.
/// </summary>
/// <remarks>
/// A <c>tsconfig.json</c> and a <c>.ts</c> file among the resources make a project one. The sources lie in <c>src/functions</c> and <c>src/assets</c>, or
/// straight in <c>functions</c> and <c>assets</c>; <c>dist/functions</c> and <c>dist/assets</c> are what is served, unless <c>outDir</c> says another folder.
/// </remarks>
public sealed class TypeScriptProject
{
    /// <summary>The compiler's settings.</summary>
    public const string ConfigurationName = "tsconfig.json";

    /// <summary>The file with the types of the platform and of the service, which Ahoy writes.</summary>
    public const string TypesName = "ahoy.d.ts";

    private const string DefaultOutput = "dist";
    private static readonly string[] s_roots = ["src", "."];
    private static readonly string[] s_extensions = [".ts", ".tsx", ".mts", ".cts"];
    private static readonly string[] s_declarations = [".d.ts", ".d.mts", ".d.cts"];

    private TypeScriptProject(string folder, string root, string configuration, bool hasTypeScript, bool bundles)
    {
        Folder = folder;
        Configuration = configuration;
        HasTypeScript = hasTypeScript;
        Bundles = bundles;
        SourceFolder = Path.GetFullPath(Path.Combine(folder, root));
        Output = CompilerSettings.FindPath(configuration, "outDir") ?? Path.Combine(folder, DefaultOutput);
        Root = bundles ? SourceFolder : CompilerSettings.FindPath(configuration, "rootDir") ?? SourceFolder;
    }

    /// <summary>Whether a compiler is needed: a project that is bundled may be in JavaScript.</summary>
    public bool HasTypeScript { get; }

    /// <summary>Whether each Function is bundled with what it needs (<c>AhoyBundle</c>).</summary>
    public bool Bundles { get; }

    /// <summary>The project's folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>The <c>tsconfig.json</c>, absolute.</summary>
    public string Configuration { get; }

    /// <summary>The folder that <c>functions</c> and <c>assets</c> with the sources lie in, absolute.</summary>
    public string SourceFolder { get; }

    /// <summary>The folder that the compiler writes to (<c>outDir</c>), absolute.</summary>
    public string Output { get; }

    /// <summary>The folder whose shape the output has (<c>rootDir</c>), absolute.</summary>
    public string Root { get; }

    /// <summary>The file with the types, absolute: among the sources, where every compiler's settings look.</summary>
    public string Types => Path.Combine(SourceFolder, TypesName);

    /// <summary>The folder with the sources of a kind of resource, absolute; it need not exist.</summary>
    public string SourcesOf(ResourceKind kind) => Path.Combine(SourceFolder, kind == ResourceKind.Function ? "functions" : "assets");

    /// <summary>The folder with what is served of a kind of resource, absolute; it need not exist before the project is compiled.</summary>
    public string OutputOf(ResourceKind kind) => OutputOf(SourcesOf(kind));

    /// <summary>Where the compiler puts what it makes of a file or folder.</summary>
    /// <param name="source">The file or folder, absolute.</param>
    public string OutputOf(string source) => IsIn(Root, source) ? Path.Combine(Output, source.Substring(Root.Length).TrimStart(Path.DirectorySeparatorChar)) : source;

    /// <summary>Whether the output lies in the project.</summary>
    public bool WritesIntoProject => IsIn(Folder, Output);

    /// <summary>
    /// Whether a declaration of the global <c>Response</c> is the only one, or at least none that contradicts it is looked at: the browser's libraries and those
    /// of Node have one too.
    /// </summary>
    public bool CanDeclareResponse =>
        CompilerSettings.Find(Configuration, "lib") is List<object?> libraries
        && !libraries.OfType<string>().Any(name => name.StartsWith("dom", StringComparison.OrdinalIgnoreCase))
        && CompilerSettings.Find(Configuration, "skipLibCheck") is true;

    /// <summary>Finds out what a folder holds; null for a project that needs neither compiler nor bundler.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="compiles">Whether TypeScript is compiled.</param>
    /// <param name="bundles">Whether Functions are bundled.</param>
    public static TypeScriptProject? Find(string folder, bool compiles = true, bool bundles = false)
    {
        var full = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);
        var configuration = Path.Combine(full, ConfigurationName);
        var found = compiles && File.Exists(configuration) ? s_roots.FirstOrDefault(root => HasSources(full, root)) : null;
        if (found is null && bundles)
        {
            found = s_roots.FirstOrDefault(root => Directory.Exists(Path.Combine(full, root, "functions")));
            return found is null ? null : new TypeScriptProject(full, found, configuration, hasTypeScript: false, bundles);
        }

        return found is null ? null : new TypeScriptProject(full, found, configuration, hasTypeScript: true, bundles);
    }

    /// <summary>Whether a file's name is that of a source in TypeScript, and not one of declarations alone.</summary>
    public static bool IsSourceName(string file) =>
        s_extensions.Any(extension => file.EndsWith(extension, StringComparison.Ordinal)) && !IsDeclarationName(file);

    /// <summary>Whether a file's name is one of declarations alone.</summary>
    public static bool IsDeclarationName(string file) => s_declarations.Any(extension => file.EndsWith(extension, StringComparison.Ordinal));

    private static bool HasSources(string folder, string root)
    {
        // A film may end in .ts too, where no compiler is expected.
        string[] kinds = root == "." ? ["functions"] : ["functions", "assets"];
        return kinds.Select(kind => Path.Combine(folder, root, kind)).Any(HasSources);
    }

    private static bool HasSources(string folder)
    {
        try
        {
            return Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.ts", SearchOption.AllDirectories)
                .Any(file => IsSourceName(file) && file.IndexOf("node_modules", folder.Length, StringComparison.Ordinal) < 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever reads the folder reports it.
            return false;
        }
    }

    private static bool IsIn(string folder, string path)
    {
        var whole = folder.TrimEnd(Path.DirectorySeparatorChar);
        return path.TrimEnd(Path.DirectorySeparatorChar) == whole || path.StartsWith(whole + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }
}
