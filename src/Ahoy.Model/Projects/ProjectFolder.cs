using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ahoy.Model;

/// <summary>
/// Reads a project's folder. It is the one reader: the build, <c>ahoy check</c>, <c>ahoy start</c> and <c>ahoy deploy</c> each ask for what they
/// need of it, and so they agree on what a project is and on what is wrong with it.
/// </summary>
/// <remarks>Nothing that it reads makes it throw: what is wrong is in <see cref="Problems"/>, all of it.</remarks>
public sealed class ProjectFolder
{
    // An item, and not a property whose name begins like one (AhoyAssetsBuild).
    private static readonly Regex s_items = new(@"<(AhoyFunction|AhoyAsset)[\s/>]|EnableDefaultAhoyItems", RegexOptions.CultureInvariant);

    private readonly List<ProjectProblem> _problems = [];
    private readonly List<ProjectProblem> _warnings = [];

    /// <summary>Reads a project whose settings are known.</summary>
    public ProjectFolder(ProjectSettings settings) => Settings = settings;

    /// <summary>The settings that count.</summary>
    public ProjectSettings Settings { get; }

    /// <summary>What has been wrong by now.</summary>
    public IReadOnlyList<ProjectProblem> Problems => _problems;

    /// <summary>What may not be meant so, and keeps nothing from being read; a build has checks for it.</summary>
    public IReadOnlyList<ProjectProblem> Warnings => _warnings;

    /// <summary>Finds the settings of the project in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="given">What is given beside it.</param>
    /// <param name="configuration">Its configuration; null for the one that lies in the folder.</param>
    /// <exception cref="ProjectException">There is no such folder, or its configuration can't be read.</exception>
    public static ProjectFolder Open(string folder, GivenSettings given, ToolkitConfiguration? configuration = null)
    {
        if (!Directory.Exists(folder))
        {
            throw new ProjectException(File.Exists(folder)
                ? $"{folder} is a file: name the project's folder, the one that holds 'functions'."
                : $"{folder}: there is no such folder.")
            {
                IsNoProject = true,
            };
        }

        try
        {
            return new ProjectFolder(ProjectSettings.Of(folder, given, configuration ?? ToolkitConfiguration.Load(folder)));
        }
        catch (ToolkitConfigurationException e)
        {
            throw new ProjectException(e.ToLine());
        }
    }

    /// <summary>Reports what somebody names and what is not there.</summary>
    public void CheckNamedFiles() => CheckNamedFiles(Settings.NamedFiles);

    /// <summary>Reports what is not there of some files and folders.</summary>
    public void CheckNamedFiles(IEnumerable<NamedFile> files)
    {
        foreach (var named in files)
        {
            var path = Path.Combine(Settings.Folder, named.Path);
            if (!File.Exists(path) && !Directory.Exists(path))
            {
                Report(ProjectProblem.Missing, $"'{named.Path}' does not exist, and {named.Source} names it: create it, or correct {named.Source}");
            }
        }
    }

    /// <summary>Finds the Functions and Assets in the project's folders, and reports what can be none.</summary>
    public IReadOnlyList<ResourceFile> FindResources()
    {
        var scan = ResourceScanner.Scan(Settings.Layout);
        foreach (var problem in scan.Problems)
        {
            Report(ProjectProblem.Resource, problem.Message, problem.File);
        }

        return scan.Files;
    }

    /// <summary>
    /// The TypeScript files in the Functions folder, relative to the project: nothing is wrong with them, but they are no Functions, and
    /// whoever put them there expects them to be some.
    /// </summary>
    public IReadOnlyList<string> FindUncompiled()
    {
        var folder = Path.Combine(Settings.Folder, Settings.Layout.FunctionsFolder);
        try
        {
            return Directory.Exists(folder)
                ?
                [
                    .. Directory.EnumerateFiles(folder, "*.ts", SearchOption.AllDirectories)
                        .Where(file => !file.EndsWith(".d.ts", StringComparison.Ordinal) && !file.Contains("node_modules"))
                        .Select(file => file.Substring(Settings.Folder.Length + 1).Replace('\\', '/'))
                        .OrderBy(file => file, StringComparer.Ordinal),
                ]
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The search for Functions reports it.
            return [];
        }
    }

    /// <summary>What to say of the files that <see cref="FindUncompiled"/> finds; null where there are none.</summary>
    public string? DescribeUncompiled()
    {
        var files = FindUncompiled();
        return files.Count == 0
            ? null
            : $"{files[0]}{(files.Count > 1 ? FormattableString.Invariant($" and {files.Count - 1} more") : "")}: TypeScript is no Function before it is compiled, and is left out. Compile it (npx tsc), and name the folder that the compiler writes to ({Settings.Names.FunctionsFolder}).";
    }

    /// <summary>The project file that says itself which resources there are, which only MSBuild understands; null where none does.</summary>
    public string? FindListOfResources() => Directory.EnumerateFiles(Settings.Folder, "*.??proj")
        .OrderBy(file => file, StringComparer.Ordinal)
        .FirstOrDefault(file => s_items.IsMatch(File.ReadAllText(file)));

    /// <summary>Reports paths that the platform refuses, and those that two resources have; a build has checks for them.</summary>
    public void CheckPaths(IEnumerable<ResourceFile> resources)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            if (PathRule.Validate(resource.Kind, resource.Path) is { } problem)
            {
                Report(ProjectProblem.Resource, $"{problem}: rename the file", resource.File);
            }
            else if (taken.TryGetValue(resource.Path, out var other))
            {
                Report(ProjectProblem.Resource, PathRule.DescribeDuplicate(resource.Path, other), resource.File);
            }
            else
            {
                taken.Add(resource.Path, resource.File);
            }
        }
    }

    /// <summary>Reports a Service without resources, unless something else is wrong, which may be why.</summary>
    /// <param name="resources">How many there are.</param>
    /// <returns>Whether it was reported.</returns>
    public bool CheckIsNotEmpty(int resources)
    {
        if (resources > 0 || _problems.Count > 0)
        {
            return false;
        }

        Report(
            ProjectProblem.EmptyService,
            Settings.Layout.TypeScript is not null && _problems.Count == 0 && !Directory.Exists(Path.Combine(Settings.Folder, Settings.Layout.FunctionsFolder))
            ? $"the TypeScript of this project is not compiled yet, and '{Settings.Layout.FunctionsFolder}' is empty: build the project first"
            : $"the Service is empty: put a Function (.js) into '{Settings.Layout.FunctionsFolder}' or a file into '{Settings.Layout.AssetsFolder}', or name other folders ({Settings.Names.FunctionsFolder}, {Settings.Names.AssetsFolder})");
        return true;
    }

    /// <summary>Reads an environment file, reports the lines that can't be read, and warns of what versions of dotenv read differently.</summary>
    /// <param name="name">The file, relative to the project or absolute.</param>
    /// <returns>What is in it; null where it is not there, or can't be read.</returns>
    public EnvFile? ReadEnvironment(string name)
    {
        var file = Path.Combine(Settings.Folder, name);
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            var content = EnvFile.Load(file);
            foreach (var error in content.Errors)
            {
                Report(ProjectProblem.EnvironmentLine, error.Message, name, error.Line);
            }

            _warnings.AddRange(content.Differences.Select(
                difference => new ProjectProblem(ProjectProblem.EnvironmentDifference, difference.Message, name, difference.Line)));
            return content;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report(ProjectProblem.EnvironmentLine, CanNotBeRead(e), name);
            return null;
        }
    }

    /// <summary>Reads package.json; null where there is none, or a broken one, which is reported.</summary>
    public PackageManifest? ReadManifest() => Parse(PackageManifest.FileName, PackageManifest.Parse);

    /// <summary>
    /// Reads the lock file; null where it is broken, which is reported, and where it can't be compared (bun's binary one). Two lock files of
    /// different installers are reported as well, unless package.json says which counts.
    /// </summary>
    /// <param name="packages">Where the project's packages come from.</param>
    /// <param name="manifest">The package.json.</param>
    public PackageLock? ReadLock(ProjectPackages packages, PackageManifest manifest)
    {
        if (packages.OtherLocks.Count > 0)
        {
            var other = packages.OtherLocks[0];
            Report(
                ProjectProblem.Manifest,
                $"there are two lock files, {packages.LockName} and {packages.RelativeToProject(other.Name)}, and nothing says which one counts: remove the one that is not used, or name what installs the packages in package.json (\"packageManager\")",
                packages.LockName);
            return null;
        }

        return packages.LockName is { } name ? Parse(name, (text, file) => PackageLock.Parse(text, file, packages, manifest)) : null;
    }

    /// <summary>Reads the port; the default where it is none, which is reported.</summary>
    public int ReadPort()
    {
        if (int.TryParse(Settings.Port, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535)
        {
            return port;
        }

        Report(ProjectProblem.Configuration, $"{Settings.PortSource} says the port {Settings.Port}: a port is a number from 0 to 65535");
        return ProjectSettings.DefaultPort;
    }

    /// <summary>The Service's name: what is given or configured, else package.json's, else one that is made of another name.</summary>
    /// <param name="manifest">The package.json, or null.</param>
    /// <param name="otherName">The name of the project file, or of the folder.</param>
    /// <returns>The name, and the file that it comes from where the user can correct it there.</returns>
    public (string Name, string? Source) FindServiceName(PackageManifest? manifest, string otherName)
    {
        if (Settings.ServiceName is { } named)
        {
            return (named, null);
        }

        return manifest?.Name is { Length: > 0 } package
            ? (ServiceName.FromPackageName(package), PackageManifest.FileName)
            : (ServiceName.FromPackageName(otherName), null);
    }

    /// <summary>Reports something that was found outside this reader.</summary>
    public void Report(string id, string message, string? file = null, int line = 0) => _problems.Add(new ProjectProblem(id, message, file, line));

    private T? Parse<T>(string name, Func<string, string, T?> parse)
        where T : class
    {
        var file = Path.Combine(Settings.Folder, name);
        try
        {
            return File.Exists(file) ? parse(File.ReadAllText(file, Encoding.UTF8), name) : null;
        }
        catch (PackageManifestException e)
        {
            Report(ProjectProblem.Manifest, e.Message, name, e.Line);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report(ProjectProblem.Manifest, CanNotBeRead(e), name);
        }

        return null;
    }

    private static string CanNotBeRead(Exception problem) => $"can't be read: {problem.Message.TrimEnd('.')}";
}
