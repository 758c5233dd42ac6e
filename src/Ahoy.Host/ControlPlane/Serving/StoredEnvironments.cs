using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Ahoy.Host.ControlPlane.Builds;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Security;
using Ahoy.Host.Environments;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Serving;

/// <summary>
/// What the gateway serves: the Environments that have a Build, by host name. An Environment takes memory and files only from its first
/// request on; until then it is its database row.
/// </summary>
internal sealed class StoredEnvironments : IEnvironmentCatalog
{
    private readonly ConcurrentDictionary<string, StoredEnvironment> _byDomain = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, StoredEnvironment>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Lock _changing = new();
    private readonly EnvironmentStore _environments;
    private readonly ServiceStore _services;
    private readonly BuildStore _builds;
    private readonly VersionStore _versions;
    private readonly VariableStore _variables;
    private readonly BuildLayout _layout;
    private readonly GatewayAddress _address;
    private readonly Account _account;
    private readonly HostRegion _region;

    public StoredEnvironments(
        EnvironmentStore environments,
        ServiceStore services,
        BuildStore builds,
        VersionStore versions,
        VariableStore variables,
        BuildLayout layout,
        GatewayAddress address,
        Account account,
        HostRegion region)
    {
        _environments = environments;
        _services = services;
        _builds = builds;
        _versions = versions;
        _variables = variables;
        _layout = layout;
        _address = address;
        _account = account;
        _region = region;
        _lookup = _byDomain.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var environment in environments.Deployed())
        {
            _byDomain[environment.DomainName] = Describe(environment);
        }
    }

    public event Action<ServedEnvironment>? Activated;

    public event Action<string>? Removed;

    /// <summary>How many Environments are served.</summary>
    public int Count => _byDomain.Count;

    public ServedEnvironment? Find(string host)
    {
        var port = host.LastIndexOf(':');
        return _lookup.TryGetValue(port < 0 ? host : host.AsSpan(0, port), out var entry) ? entry.Served.Value : null;
    }

    /// <summary>What an Environment of a Service serves: the one without a suffix in its domain name, else the oldest. Null where none serves anything.</summary>
    public ServedEnvironment? FindByService(string uniqueName) => _services.Find(uniqueName) is { } service
        ? _byDomain.Values
            .Where(e => e.Environment.ServiceSid == service.Sid)
            .OrderBy(e => e.Environment.DomainSuffix is { Length: > 0 })
            .ThenBy(e => e.Environment.Seq)
            .Select(e => e.Served.Value)
            .FirstOrDefault(d => d is not null)
        : null;

    /// <summary>All that serve something.</summary>
    public IReadOnlyList<ServedEnvironment> All() => [.. _byDomain.Values.OrderBy(e => e.Environment.Seq).Select(e => e.Served.Value).OfType<ServedEnvironment>()];

    /// <summary>Any that serves something; null where none does.</summary>
    public ServedEnvironment? Any() => _byDomain.Values.Select(e => e.Served.Value).FirstOrDefault(d => d is not null);

    /// <summary>Lays a Build out before it is deployed, so that what can fail fails while nothing has changed.</summary>
    public Task PrepareAsync(BuildRow build, CancellationToken cancellationToken) =>
        Task.Run(() => _layout.Ensure(Describe(build, build.ServiceSid), _layout.FolderOf(build)), cancellationToken);

    /// <summary>Takes over what the database holds of an Environment; a new Build is made ready at once.</summary>
    public void Refresh(EnvironmentRow environment)
    {
        ServedEnvironment? activated = null;
        lock (_changing)
        {
            var before = _byDomain.GetValueOrDefault(environment.DomainName);
            var now = _environments.Find(environment.ServiceSid, environment.Sid);
            if (now?.BuildSid is null)
            {
                _byDomain.TryRemove(environment.DomainName, out _);
                if (before is not null)
                {
                    Removed?.Invoke(environment.Sid);
                }

                return;
            }

            var entry = Describe(now);
            _byDomain[now.DomainName] = entry;
            if (before?.DeploymentSid != now.DeploymentSid)
            {
                activated = entry.Served.Value;
            }
        }

        if (activated is not null)
        {
            Activated?.Invoke(activated);
        }
    }

    /// <summary>Takes over what the database holds of all Environments of a Service.</summary>
    public void RefreshService(string serviceSid)
    {
        foreach (var entry in _byDomain.Values.Where(e => e.Environment.ServiceSid == serviceSid))
        {
            Refresh(entry.Environment);
        }
    }

    // Two requests at once may both load it, and one of the results counts; a failure to load is not kept.
    private StoredEnvironment Describe(EnvironmentRow environment) =>
        new(environment, new Lazy<ServedEnvironment?>(() => Load(environment), LazyThreadSafetyMode.PublicationOnly));

    // Null where the Environment was deleted meanwhile.
    private ServedEnvironment? Load(EnvironmentRow environment)
    {
        if (_services.Find(environment.ServiceSid) is not { } service || _builds.Find(environment.BuildSid!) is not { } row)
        {
            return null;
        }

        var build = Describe(row, service.UniqueName);
        var folder = _layout.FolderOf(row);
        _layout.Ensure(build, folder);
        var variables = _variables.All(environment.Sid).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
        return new ServedEnvironment
        {
            EnvironmentKey = environment.Sid,
            ServiceKey = service.Sid,
            Build = build,
            CodeVersion = CodeVersion(row, service, variables),
            FindFile = resource => _layout.FileOf(folder, resource),
            WorkingFolder = folder,
            NodeModulesFolder = _layout.ModulesOf(row),
            Variables = variables,
            DomainName = _address.Authority(environment.DomainName),
            AccountSid = _account.Sid,
            AuthToken = _account.AuthToken,
            IncludesCredentials = service.IncludeCredentials,
            Region = _region.Region,
            Edge = _region.Edge,
            ServiceSid = service.Sid,
            EnvironmentSid = environment.Sid,
            BuildSid = row.Sid,
            DeploymentSid = environment.DeploymentSid,
        };
    }

    // A Build never changes: with the variables and the credentials it is all that workers see.
    private static string CodeVersion(BuildRow build, ServiceRow service, Dictionary<string, string> variables)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (key, value) in variables.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{key}\0{value}\0"));
        }

        return $"{build.Sid}:{service.IncludeCredentials}:{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    private Build Describe(BuildRow row, string serviceName) => _layout.Describe(row, _versions.InBuild(row.Sid), serviceName);

    private sealed record StoredEnvironment(EnvironmentRow Environment, Lazy<ServedEnvironment?> Served)
    {
        public string? DeploymentSid => Environment.DeploymentSid;
    }
}
