using System.Security.Cryptography;
using System.Text;
using Ahoy.Host.Environments;
using Ahoy.Model;

namespace Ahoy.Host.Development;

/// <summary>Makes a served Environment of a project's folder as it stands now: what <see cref="ProjectFolder"/> reads, and the files' content.</summary>
internal sealed class ServedProjectReader
{
    /// <summary>What the one Environment and Service of a project that is only started are called.</summary>
    public const string Key = "project";

    private readonly ProjectOptions _options;
    private readonly FileHashes _hashes = new();
    private readonly BuildOverrides _overrides;
    private readonly LiveConfiguration _configuration;

    public ServedProjectReader(ProjectOptions options)
    {
        _options = options;
        _overrides = BuildOverrides.Load(options.BuildFolder);
        _configuration = options.LiveConfiguration ?? new LiveConfiguration(options.Folder, options.Configuration);
    }

    private bool _isWhole;

    /// <summary>What the last reading warns of, a line each.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>Reads the project.</summary>
    /// <param name="moduleVersion">Changes when code changes that is no resource: modules, packages.</param>
    /// <param name="domainName">What Functions see as <c>DOMAIN_NAME</c>, where that is not the options'.</param>
    /// <exception cref="ProjectException">The project can't be served; everything that is wrong is in it.</exception>
    public ServedEnvironment Read(int moduleVersion, string? domainName = null)
    {
        _isWhole = false;
        var project = ProjectFolder.Open(_options.Folder, _options.Given, _configuration.Read());
        project.CheckNamedFiles();
        var layout = project.Settings.Layout;
        var found = _overrides.Apply(layout, project.FindResources()).ToList();
        project.CheckPaths(found);
        var variables = (project.ReadEnvironment(project.Settings.EnvFile) ?? EnvFile.Empty)
            .Variables.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal);
        Warnings = [.. project.Warnings.Select(warning => $"{warning.Id}: {warning}")];
        foreach (var (given, value) in _options.Variables)
        {
            variables[given] = value;
        }

        AddOfflineAccount(variables);
        var manifest = project.ReadManifest();
        var files = new Dictionary<Resource, string>(ReferenceEqualityComparer.Instance);
        var resources = ReadContents(project, found, files);
        project.CheckIsNotEmpty(resources.Count);
        if (project.Problems.Count > 0)
        {
            throw new ProjectException([.. project.Problems.Select(problem => problem.File is null ? $"{layout.ProjectFolder}: {problem}" : problem.ToString())]);
        }

        var folderName = new DirectoryInfo(layout.ProjectFolder).Name;
        var name = project.Settings.ServiceName ?? _overrides.Service ?? project.FindServiceName(manifest, folderName).Name;
        _isWhole = project.Warnings.Count == 0;
        var build = new Build(ServiceName.FromPackageName(name), _overrides.Runtime ?? project.Settings.Runtime, [], resources);
        return new ServedEnvironment
        {
            EnvironmentKey = Key,
            ServiceKey = Key,
            Build = build,
            CodeVersion = CodeVersion(build.Resources, variables, moduleVersion, domainName),
            FindFile = resource => files[resource],
            WorkingFolder = layout.ProjectFolder,
            NodeModulesFolder = Path.Combine(layout.ProjectFolder, "node_modules"),
            PnpFile = FindPnpFile(layout.ProjectFolder),
            Variables = variables,
            DomainName = domainName ?? _options.DomainName,
            AccountSid = variables.GetValueOrDefault(AccountVariables.Sid),
            AuthToken = variables.GetValueOrDefault(AccountVariables.AuthToken),
            IsDevelopment = true,
        };
    }

    /// <summary>Reads files again that were written, where that is all that can be new: no folder is looked through.</summary>
    /// <param name="current">The project as it was read last.</param>
    /// <param name="written">The files, by their absolute paths.</param>
    /// <param name="moduleVersion">As for <see cref="Read"/>.</param>
    /// <param name="domainName">As for <see cref="Read"/>.</param>
    /// <returns>The project; <paramref name="current"/> where it has the same content, and null where the whole project has to be read.</returns>
    public ServedEnvironment? ReadAgain(ServedEnvironment current, IReadOnlyCollection<string> written, int moduleVersion, string? domainName)
    {
        // What is warned of may be over.
        if (!_isWhole)
        {
            return null;
        }

        var left = written.ToHashSet(StringComparer.Ordinal);
        var files = new Dictionary<Resource, string>(ReferenceEqualityComparer.Instance);
        var resources = new List<Resource>(current.Build.Resources.Count);
        var isChanged = false;
        foreach (var before in current.Build.Resources)
        {
            var (resource, file) = (before, current.FindFile(before));
            if (left.Remove(file))
            {
                if (HashAgain(file) is not var (size, sha256))
                {
                    return null;
                }

                if (sha256 != before.Sha256)
                {
                    resource = new Resource(before.Kind, before.Path, before.Visibility, before.File, size, before.ContentType, sha256);
                    isChanged = true;
                }
            }

            resources.Add(resource);
            files.Add(resource, file);
        }

        if (left.Count > 0)
        {
            return null;
        }

        var build = new Build(current.Build.Service, current.Build.Runtime, [], resources);
        return isChanged ? new ServedEnvironment
        {
            EnvironmentKey = Key,
            ServiceKey = Key,
            Build = build,
            CodeVersion = CodeVersion(build.Resources, current.Variables, moduleVersion, domainName),
            FindFile = resource => files[resource],
            WorkingFolder = current.WorkingFolder,
            NodeModulesFolder = current.NodeModulesFolder,
            PnpFile = current.PnpFile,
            Variables = current.Variables,
            DomainName = current.DomainName,
            AccountSid = current.AccountSid,
            AuthToken = current.AuthToken,
            IsDevelopment = true,
        }
        : current;
    }

    private (long Size, string Sha256)? HashAgain(string file)
    {
        try
        {
            return _hashes.Again(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // It lies in the root of the workspace. Where there are node_modules as well, the project has left Plug'n'Play.
    private static string? FindPnpFile(string projectFolder) =>
        new[] { projectFolder, ProjectPackages.RootOf(projectFolder) }
            .Distinct()
            .Where(folder => !Directory.Exists(Path.Combine(folder, "node_modules")))
            .Select(folder => Path.Combine(folder, ".pnp.cjs"))
            .FirstOrDefault(File.Exists);

    // As if they stood in the environment file.
    private void AddOfflineAccount(Dictionary<string, string> variables)
    {
        if (_options.OfflineAccount is not { } account)
        {
            return;
        }

        foreach (var (name, value) in new[] { (AccountVariables.Sid, account.Sid), (AccountVariables.AuthToken, account.AuthToken) })
        {
            if (string.IsNullOrEmpty(variables.GetValueOrDefault(name)))
            {
                variables[name] = value;
            }
        }
    }

    private List<Resource> ReadContents(ProjectFolder project, List<ResourceFile> found, Dictionary<Resource, string> files)
    {
        var resources = new List<Resource>(found.Count);
        foreach (var file in found)
        {
            try
            {
                var (size, sha256) = _hashes.Of(file.FullPath);
                var contentType = file.Kind == ResourceKind.Function ? ContentTypes.JavaScript : ContentTypes.ForFile(file.Path);
                var resource = new Resource(file.Kind, file.Path, file.Visibility, file.File, size, contentType, sha256);
                resources.Add(resource);
                files.Add(resource, file.FullPath);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                project.Report(ProjectProblem.Resource, $"can't be read: {e.Message.TrimEnd('.')}", file.File);
            }
        }

        return resources;
    }

    private static string CodeVersion(IReadOnlyList<Resource> resources, IReadOnlyDictionary<string, string> variables, int moduleVersion, string? domainName)
    {
        var text = new StringBuilder();
        text.Append(moduleVersion).Append(' ').Append(domainName);
        foreach (var resource in resources.Where(r => r.Kind == ResourceKind.Function || r.Visibility == Visibility.Private))
        {
            text.Append('\n').Append(resource.Path).Append(' ').Append(resource.File).Append(' ').Append(resource.Sha256);
        }

        foreach (var (name, value) in variables.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            text.Append('\n').Append(name).Append('=').Append(value);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
