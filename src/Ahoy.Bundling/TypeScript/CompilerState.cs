using System.Globalization;
using System.Text;
using Ahoy.Model;

namespace Ahoy.Bundling.TypeScript;

/// <summary>
/// What a compilation came from and what came of it, for the next one: where nothing has changed since, nothing is compiled, and no process is started.
/// </summary>
internal sealed class CompilerState
{
    private readonly string _file;
    private string _hash = "";

    private CompilerState(string file) => _file = file;

    /// <summary>The files of the program that lie elsewhere than the sources, absolute.</summary>
    public IReadOnlyList<string> OtherFiles { get; private set; } = [];

    /// <summary>What was written, absolute.</summary>
    public IReadOnlyList<string> Outputs { get; private set; } = [];

    /// <summary>Whether all that was written is still there, and nobody has written it again: a host that is running compiles too.</summary>
    public bool HasOutputs
    {
        get
        {
            var saved = File.GetLastWriteTimeUtc(_file);
            return Outputs.All(output => new FileInfo(output) is { Exists: true } info && info.LastWriteTimeUtc <= saved);
        }
    }

    /// <summary>Reads it; an empty one where there is none, or a broken one.</summary>
    public static CompilerState Load(string file)
    {
        var state = new CompilerState(file);
        try
        {
            if (File.Exists(file) && File.ReadAllLines(file, Encoding.UTF8) is { Length: > 0 } lines)
            {
                state._hash = lines[0];
                state.OtherFiles = [.. lines.Where(line => line.StartsWith("<", StringComparison.Ordinal)).Select(line => line.Substring(1))];
                state.Outputs = [.. lines.Where(line => line.StartsWith(">", StringComparison.Ordinal)).Select(line => line.Substring(1))];
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It saves time, no more.
        }

        return state;
    }

    /// <summary>Whether a compilation would do what the last one did.</summary>
    public bool IsCurrent(string hash) => hash == _hash && HasOutputs;

    /// <summary>Keeps what came of a compilation.</summary>
    public void Save(string hash, IEnumerable<string> otherFiles, IEnumerable<string> outputs) => AtomicFile.Write(
        _file,
        Encoding.UTF8.GetBytes(string.Join("\n", new[] { hash }.Concat(otherFiles.Select(file => "<" + file)).Concat(outputs.Select(file => ">" + file))) + "\n"));

    /// <summary>Forgets the last compilation: what comes next may be broken off.</summary>
    public void Forget() => File.Delete(_file);

    /// <summary>A hash of what a compilation comes from.</summary>
    /// <param name="project">The project.</param>
    /// <param name="settings">What it comes from beside the files of the compiler.</param>
    public string Hash(TypeScriptProject project, ProjectSettings settings)
    {
        var text = new StringBuilder(typeof(CompilerState).Module.ModuleVersionId.ToString());
        foreach (var file in InputsOf(project, settings).Concat(OtherFiles))
        {
            var info = new FileInfo(file);
            text.Append('\n').Append(file);
            if (info.Exists)
            {
                text.Append('\t').Append(info.LastWriteTimeUtc.Ticks.ToString(CultureInfo.InvariantCulture))
                    .Append('\t').Append(info.Length.ToString(CultureInfo.InvariantCulture));
            }
        }

        return ContentHash.Of(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static IEnumerable<string> InputsOf(TypeScriptProject project, ProjectSettings settings)
    {
        var folder = project.Folder;
        IEnumerable<string> sources = project.SourceFolder == folder
            ? [project.SourcesOf(ResourceKind.Function), project.SourcesOf(ResourceKind.Asset)]
            : [project.SourceFolder];
        return
        [
            .. Directory.EnumerateFiles(folder, "tsconfig*.json").OrderBy(file => file, StringComparer.Ordinal),
            Path.Combine(folder, PackageManifest.FileName),
            Path.Combine(folder, "node_modules", "typescript", PackageManifest.FileName),
            Path.Combine(folder, "node_modules", ".package-lock.json"),
            Path.Combine(folder, settings.EnvFile),
            Path.Combine(folder, settings.DeployEnvFile),
            project.Types,
            .. sources.Where(Directory.Exists)
                .SelectMany(source => Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
                .Where(file => !ProjectPath.IsBelow(project.Output, file))
                .OrderBy(file => file, StringComparer.Ordinal),
        ];
    }
}
