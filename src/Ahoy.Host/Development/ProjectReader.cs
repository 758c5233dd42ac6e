using System.Security.Cryptography;
using System.Text;
using Ahoy.Host.Deployments;
using Ahoy.Model;

namespace Ahoy.Host.Development;

/// <summary>Makes a deployment of a project's folder as it stands now.</summary>
internal sealed class ProjectReader
{
    /// <summary>What the one Environment and Service of a project that is only started are called.</summary>
    public const string Key = "project";

    private const string AccountVariable = "ACCOUNT_SID";
    private const string TokenVariable = "AUTH_TOKEN";

    private readonly ProjectOptions _options;
    private readonly FileHashes _hashes = new();
    private readonly BuildOverrides _overrides;

    public ProjectReader(ProjectOptions options)
    {
        _options = options;
        _overrides = BuildOverrides.Load(options.BuildFolder);
    }

    /// <summary>Reads the project.</summary>
    /// <param name="moduleVersion">Changes when code changes that is no resource: modules, packages.</param>
    /// <param name="domainName">What Functions see as <c>DOMAIN_NAME</c>, where that is not the options'.</param>
    /// <exception cref="ProjectException">The project can't be served; everything that is wrong is in it.</exception>
    public Deployment Read(int moduleVersion, string? domainName = null)
    {
        var layout = ServiceLayout.Of(_options.Folder, _options.FunctionsFolder, _options.AssetsFolder);
        if (!Directory.Exists(layout.ProjectFolder))
        {
            throw new ProjectException($"{layout.ProjectFolder}: there is no such folder.");
        }

        var problems = new List<string>();
        var scan = ResourceScanner.Scan(layout);
        problems.AddRange(scan.Problems.Select(p => $"{p.File}: {p.Message}."));
        var variables = ReadVariables(layout, problems);
        AddOfflineAccount(variables);
        var manifest = ReadManifest(layout, problems);
        var files = new Dictionary<Resource, string>(ReferenceEqualityComparer.Instance);
        var resources = ReadResources(layout, scan, files, problems);
        if (resources.Count == 0 && problems.Count == 0)
        {
            problems.Add($"{layout.ProjectFolder}: there is nothing to serve: no .js file in {layout.FunctionsFolder}/ and no file in {layout.AssetsFolder}/.");
        }

        if (problems.Count > 0)
        {
            throw new ProjectException(problems);
        }

        var name = _options.ServiceName ?? _overrides.Service ?? manifest?.Name ?? new DirectoryInfo(layout.ProjectFolder).Name;
        return new Deployment
        {
            EnvironmentKey = Key,
            ServiceKey = Key,
            Build = new Build(ServiceName.FromPackageName(name), _overrides.Runtime ?? NodeRuntime.Default, [], resources),
            CodeVersion = CodeVersion(resources, variables, moduleVersion, domainName),
            FindFile = resource => files[resource],
            WorkingFolder = layout.ProjectFolder,
            NodeModulesFolder = Path.Combine(layout.ProjectFolder, "node_modules"),
            Variables = variables,
            DomainName = domainName ?? _options.DomainName,
            AccountSid = variables.GetValueOrDefault(AccountVariable),
            AuthToken = variables.GetValueOrDefault(TokenVariable),
            IsDevelopment = true,
        };
    }

    private List<Resource> ReadResources(ServiceLayout layout, ScanResult scan, Dictionary<Resource, string> files, List<string> problems)
    {
        var resources = new List<Resource>();
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in _overrides.Apply(layout, scan.Files))
        {
            if (paths.TryGetValue(file.Path, out var other))
            {
                problems.Add($"{file.File}: its path {file.Path} is that of {other}; rename one of them.");
                continue;
            }

            try
            {
                var (size, sha256) = _hashes.Of(file.FullPath);
                var contentType = file.Kind == ResourceKind.Function ? ContentTypes.JavaScript : ContentTypes.ForFile(file.Path);
                var resource = new Resource(file.Kind, file.Path, file.Visibility, file.File, size, contentType, sha256);
                paths.Add(file.Path, file.File);
                resources.Add(resource);
                files.Add(resource, file.FullPath);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add($"{file.File}: can't be read: {e.Message}");
            }
        }

        return resources;
    }

    private Dictionary<string, string> ReadVariables(ServiceLayout layout, List<string> problems)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        var name = _options.EnvFile ?? ".env";
        var file = Path.Combine(layout.ProjectFolder, name);
        if (!File.Exists(file))
        {
            if (_options.EnvFile is not null)
            {
                problems.Add($"{name}: there is no such environment file.");
            }

            return variables;
        }

        try
        {
            var env = EnvFile.Load(file);
            problems.AddRange(env.Errors.Select(e => $"{name}({e.Line}): {e.Message}"));
            foreach (var variable in env.Variables)
            {
                variables[variable.Name] = variable.Value;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{name}: can't be read: {e.Message}");
        }

        return variables;
    }

    // As if they stood in the environment file.
    private void AddOfflineAccount(Dictionary<string, string> variables)
    {
        if (_options.OfflineAccount is not { } account)
        {
            return;
        }

        foreach (var (name, value) in new[] { (AccountVariable, account.Sid), (TokenVariable, account.AuthToken) })
        {
            if (string.IsNullOrEmpty(variables.GetValueOrDefault(name)))
            {
                variables[name] = value;
            }
        }
    }

    private static PackageManifest? ReadManifest(ServiceLayout layout, List<string> problems)
    {
        var file = Path.Combine(layout.ProjectFolder, PackageManifest.FileName);
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            return PackageManifest.Parse(File.ReadAllText(file), PackageManifest.FileName);
        }
        catch (PackageManifestException e)
        {
            problems.Add(e.Line > 0 ? $"{e.File}({e.Line}): {e.Message}" : $"{e.File}: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{PackageManifest.FileName}: can't be read: {e.Message}");
        }

        return null;
    }

    private static string CodeVersion(List<Resource> resources, Dictionary<string, string> variables, int moduleVersion, string? domainName)
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
