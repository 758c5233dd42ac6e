using System.Text.RegularExpressions;
using Ahoy.Cli.Tests.Infrastructure;
using Ahoy.TestSupport;

[assembly: AssemblyFixture(typeof(DeployHost))]

namespace Ahoy.Cli.Tests.Infrastructure;

/// <summary>An <c>ahoy serve</c> for all tests, of a user of its own, and <c>ahoy</c> as that user runs it.</summary>
public sealed partial class DeployHost : IAsyncLifetime
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly TempFolder _user = new();
    private RunningProcess? _process;

    /// <summary>Where the Serverless API is.</summary>
    public Uri Api { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The port that Services are served at.</summary>
    public int Port { get; private set; }

    /// <summary>The account's SID.</summary>
    public string AccountSid { get; private set; } = "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _process = RunningProcess.Start(
            Dotnet.Program,
            ["exec", Program, "serve", "--data", _user.Combine("data"), "--port", "0", "--api-port", "0", "--max-services", "1000"],
            _user.Path,
            Environment());
        var ready = Ready().Match(await _process.WaitForLineAsync("ahoy: ready ", s_patience));
        Port = int.Parse(ready.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Api = new Uri(ready.Groups[2].Value);
        AccountSid = Account().Match(await File.ReadAllTextAsync(_user.Combine("data/credentials.json"))).Value;
    }

    /// <summary>What the host has written.</summary>
    public string Log => _process?.Output ?? "";

    /// <summary>Runs <c>ahoy</c> against the host.</summary>
    public Task<ProcessResult> AhoyAsync(string folder, params string[] arguments) => RunAsync(folder, [], arguments);

    /// <summary>The same, with variables.</summary>
    public async Task<ProcessResult> RunAsync(string folder, Dictionary<string, string?> variables, params string[] arguments)
    {
        var environment = Environment();
        environment["AHOY_HOST_URL"] = Api.ToString();
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        return await ProcessRunner.RunAsync(Dotnet.Program, ["exec", Program, .. arguments], folder, environment, s_patience);
    }

    /// <summary>What a Service answers.</summary>
    public async Task<string> GetAsync(string domain, string path)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{Port}{path}");
        request.Headers.Host = domain;
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _user.Dispose();
    }

    /// <summary>The program that the tests run.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "ahoy.dll");

    // The host and what deploys to it find one another by files of the user's.
    private Dictionary<string, string?> Environment() => new()
    {
        ["XDG_DATA_HOME"] = _user.Path,
        ["LOCALAPPDATA"] = _user.Path,
        ["HOME"] = _user.Path,
        ["AHOY_ACCOUNT_SID"] = null,
        ["AHOY_AUTH_TOKEN"] = null,
        ["TWILIO_ACCOUNT_SID"] = null,
        ["TWILIO_AUTH_TOKEN"] = null,
        ["TWILIO_API_KEY"] = null,
    };

    [GeneratedRegex(@"port=(\d+) api=(\S+) pid=")]
    private static partial Regex Ready();

    [GeneratedRegex("AC[0-9a-f]{32}")]
    private static partial Regex Account();
}
