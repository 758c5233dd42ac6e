using System.Globalization;
using System.Text;
using Ahoy.Bundling.Npm;
using Ahoy.Model;

namespace Ahoy.Bundling.FrontEnds;

/// <summary>
/// Fills the Assets folder by a script of package.json, as Vite, Parcel and Next have one, where anything has changed that it could read: all of the project but packages,
/// Functions, output and hidden folders. Page: Using a front-end framework.
/// </summary>
public sealed class AssetsScript
{
    private const string StateName = "assets.txt";
    private static readonly HashSet<string> s_others = new(StringComparer.OrdinalIgnoreCase) { "node_modules", "bin", "obj" };

    private readonly ProjectSettings _settings;
    private readonly string _script;
    private readonly string _state;
    private readonly TimeSpan _limit;

    /// <param name="settings">The project's settings.</param>
    /// <param name="script">The script's name.</param>
    /// <param name="work">A folder for what the next build needs to know, absolute.</param>
    /// <param name="limit">How long the script may take.</param>
    public AssetsScript(ProjectSettings settings, string script, string work, TimeSpan limit)
    {
        _settings = settings;
        _script = script;
        _state = Path.Combine(work, StateName);
        _limit = limit;
    }

    /// <summary>Runs the script, unless it would do what it has done before.</summary>
    /// <param name="log">Gets a line where it runs.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What is wrong; null where nothing is.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Problem? Run(Action<string> log, CancellationToken cancellation)
    {
        try
        {
            var before = FindInputs();
            var hash = HashOf(before);
            if (IsCurrent(hash))
            {
                return null;
            }

            if (FindProgram(out var problem, cancellation) is not { } found)
            {
                return problem;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(_state)!);
            File.Delete(_state);
            log($"  {found.Name} run {_script}");
            if (RunProgram(found.Program, cancellation) is { } failure)
            {
                return failure;
            }

            return Finish(before, hash);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail($"can't be run: {e.Message.TrimEnd('.')}");
        }
    }

    private Problem? RunProgram(InstallerProgram program, CancellationToken cancellation)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(_limit);
        try
        {
            return program.Run(_settings.Folder, $"run {_script}", limited.Token) is { } reason ? Fail($"failed: {reason}") : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Fail(string.Format(
                CultureInfo.InvariantCulture,
                "has not ended after {0:0} s, and was stopped: a script that watches belongs into AhoyAssetsWatch; for one that takes so long, set AhoyAssetsBuildSeconds",
                _limit.TotalSeconds));
        }
    }

    private Problem? Finish(Dictionary<string, string> before, string hash)
    {
        var after = FindInputs();
        var changed = after.Where(file => !before.TryGetValue(file.Key, out var stamp) || stamp != file.Value).Select(file => file.Key)
            .Concat(before.Keys.Where(file => !after.ContainsKey(file)))
            .OrderBy(file => file, StringComparer.Ordinal)
            .FirstOrDefault();
        if (changed is not null)
        {
            return Fail($"wrote '{ProjectPath.Relative(_settings.Folder, changed)}', which is among what it reads, so that it would run in each build: let it write to '{_settings.Layout.AssetsFolder}', or name the folder that it writes to as AhoyAssetsFolder");
        }

        var outputs = FilesIn(Assets).ToList();
        if (outputs.Count == 0)
        {
            return Fail($"wrote nothing to '{_settings.Layout.AssetsFolder}': let it write there, or name the folder that it writes to as AhoyAssetsFolder");
        }

        AtomicFile.Write(_state, Encoding.UTF8.GetBytes(string.Join("\n", outputs.Prepend(hash)) + "\n"));
        return null;
    }

    private bool IsCurrent(string hash) =>
        File.Exists(_state) && File.ReadAllLines(_state, Encoding.UTF8) is { Length: > 0 } lines && lines[0] == hash && lines.Skip(1).All(File.Exists);

    private (InstallerProgram Program, string Name)? FindProgram(out Problem? problem, CancellationToken cancellation)
    {
        problem = null;
        var manifest = new ProjectFolder(_settings).ReadManifest();
        if (manifest is null || !manifest.Scripts.ContainsKey(_script))
        {
            var close = manifest is null ? null : ClosestName.Find(_script, manifest.Scripts.Keys);
            problem = Fail(manifest is null
                ? "is named in AhoyAssetsBuild, and the project has no package.json that can be read: add one with this script"
                : $"is named in AhoyAssetsBuild, and package.json has no script of this name{(close is null ? "" : $" (is '{close}' meant?)")}: add it, or correct the name");
            return null;
        }

        var packages = ProjectPackages.Find(_settings.Folder, manifest);
        if (InstallerFinder.Find(packages, out var reason, cancellation) is { } program)
        {
            return (program, Installers.NameOf(packages.Installer));
        }

        problem = Fail($"can't be run: {reason}");
        return null;
    }

    private string Assets => Path.GetFullPath(Path.Combine(_settings.Folder, _settings.Layout.AssetsFolder));

    private Dictionary<string, string> FindInputs()
    {
        var layout = _settings.Layout;
        var left = new HashSet<string>(StringComparer.Ordinal) { Assets, Path.GetFullPath(Path.Combine(_settings.Folder, layout.FunctionsFolder)) };
        if (layout.TypeScript is { } project)
        {
            left.Add(project.Output);
            left.Add(project.SourcesOf(ResourceKind.Function));
        }

        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in FilesIn(_settings.Folder, folder => !left.Contains(folder)))
        {
            if (Path.GetFileName(file) is not (TypeScriptProject.TypesName or ".twiliodeployinfo") && !file.EndsWith("-lock.json", StringComparison.Ordinal))
            {
                var info = new FileInfo(file);
                inputs[file] = FormattableString.Invariant($"{info.LastWriteTimeUtc.Ticks} {info.Length}");
            }
        }

        return inputs;
    }

    private static IEnumerable<string> FilesIn(string folder, Func<string, bool>? takes = null)
    {
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (var file in Directory.EnumerateFiles(folder))
        {
            yield return file;
        }

        foreach (var inner in Directory.EnumerateDirectories(folder))
        {
            var name = Path.GetFileName(inner);
            if (!s_others.Contains(name) && !name.StartsWith(".", StringComparison.Ordinal) && takes?.Invoke(inner) != false)
            {
                foreach (var file in FilesIn(inner, takes))
                {
                    yield return file;
                }
            }
        }
    }

    private string HashOf(Dictionary<string, string> inputs) => ContentHash.Of(Encoding.UTF8.GetBytes(
        string.Join("\n", inputs.OrderBy(input => input.Key, StringComparer.Ordinal).Select(input => input.Key + "\t" + input.Value).Prepend(_script))));

    private Problem Fail(string message) => ProjectProblems.Error(ProjectProblem.AssetsScript, $"the script '{_script}' {message}", PackageManifest.FileName);
}
