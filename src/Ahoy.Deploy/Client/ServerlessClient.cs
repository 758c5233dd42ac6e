using Ahoy.Deploy.Credentials;
using Ahoy.Deploy.Http;

namespace Ahoy.Deploy.Client;

/// <summary>
/// A client of the Serverless API v1, for Twilio and for Ahoy's host alike. All of its methods throw <see cref="ServerlessApiException"/>
/// where the API refuses a request, or can't be reached within the budget of retries.
/// </summary>
public sealed class ServerlessClient : IDisposable
{
    private readonly ApiConnection _connection;

    /// <summary>Makes a client with the limits that the machine's environment asks for.</summary>
    public ServerlessClient(ApiAddress address, ApiCredentials credentials)
        : this(
            address,
            credentials,
            RetryOptions.FromEnvironment(Environment.GetEnvironmentVariable),
            AdaptiveConcurrency.FromEnvironment(Environment.GetEnvironmentVariable),
            NewHandler(),
            TimeProvider.System)
    {
    }

    internal ServerlessClient(
        ApiAddress address, ApiCredentials credentials, RetryOptions retry, AdaptiveConcurrency concurrency, HttpMessageHandler handler, TimeProvider time)
    {
        Address = address;
        Credentials = credentials;
        _connection = new ApiConnection(address, credentials, retry, concurrency, handler, time);
        Services = new ServicesApi(_connection);
        Environments = new EnvironmentsApi(_connection);
        Resources = new ResourcesApi(_connection);
        Versions = new VersionsApi(_connection);
        Builds = new BuildsApi(_connection);
        Deployments = new DeploymentsApi(_connection);
        Variables = new VariablesApi(_connection);
        Logs = new LogsApi(_connection);
    }

    /// <summary>Raised once each time that a host on this machine is gone that has answered before: its address, and how long it is waited for.</summary>
    public event Action<string, TimeSpan>? HostLost
    {
        add => _connection.HostLost += value;
        remove => _connection.HostLost -= value;
    }

    /// <summary>Where the API is.</summary>
    public ApiAddress Address { get; }

    /// <summary>Who asks.</summary>
    public ApiCredentials Credentials { get; }

    /// <summary>
    /// The port that Ahoy's host serves Environments at, as its last answer said; null for Twilio, and before the first answer.
    /// </summary>
    public int? GatewayPort => _connection.GatewayPort;

    /// <summary>The Services.</summary>
    public ServicesApi Services { get; }

    /// <summary>The Environments of a Service.</summary>
    public EnvironmentsApi Environments { get; }

    /// <summary>The Functions and Assets of a Service.</summary>
    public ResourcesApi Resources { get; }

    /// <summary>The Versions of a Function or an Asset.</summary>
    public VersionsApi Versions { get; }

    /// <summary>The Builds of a Service.</summary>
    public BuildsApi Builds { get; }

    /// <summary>The Deployments of an Environment.</summary>
    public DeploymentsApi Deployments { get; }

    /// <summary>The variables of an Environment.</summary>
    public VariablesApi Variables { get; }

    /// <summary>The log of an Environment.</summary>
    public LogsApi Logs { get; }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    // A redirect would take the credentials to another host; the API has none.
    internal static SocketsHttpHandler NewHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    };
}
