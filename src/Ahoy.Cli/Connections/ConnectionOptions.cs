using System.CommandLine;
using Ahoy.Cli.Output;
using Ahoy.Deploy.Client;
using Ahoy.Deploy.Credentials;
using Ahoy.Deploy.Http;
using Ahoy.Host.Commands;

namespace Ahoy.Cli.Connections;

/// <summary>The options that say whom a command speaks to, and as whom; those of the Serverless Toolkit keep their names.</summary>
internal sealed class ConnectionOptions
{
    private const string Local = "local";
    private const string Twilio = "twilio";
    private const string DefaultHost = "http://127.0.0.1:3001";

    /// <summary>The address of the host's Serverless API, where --host does not say it.</summary>
    private const string HostVariable = "AHOY_HOST_URL";

    private readonly Option<string> _deployTo = new("--deploy-to")
    {
        Description = "Where to: a host of Ahoy's (local) or twilio.",
        DefaultValueFactory = _ => Local,
    };

    private readonly Option<string?> _host = new("--host-url")
    {
        Description = $"The host's Serverless API. {HostVariable} or {DefaultHost} by default.",
    };

    private readonly Option<string?> _userName = new("--username", "-u") { Description = "An API key's SID, or the Account SID." };

    private readonly Option<string?> _password = new("--password") { Description = "The API key's secret, or the Auth Token." };

    private readonly Option<string?> _profile = new("--profile", "-p") { Description = "A profile of the Twilio CLI." };

    private readonly Option<string?> _region = new("--region") { Description = "The region of Twilio: ie1." };

    private readonly Option<string?> _edge = new("--edge") { Description = "The edge of Twilio: dublin." };

    public ConnectionOptions() => _deployTo.AcceptOnlyFromAmong(Local, Twilio);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_deployTo, _host, _userName, _password, _profile, _region, _edge])
        {
            command.Add(option);
        }
    }

    /// <summary>Makes a client of what was given, and says on the standard error who it is.</summary>
    /// <exception cref="CredentialsMissingException">There are no credentials.</exception>
    /// <exception cref="UserErrorException">An address is none.</exception>
    /// <param name="parsed">The command line.</param>
    /// <param name="defaults">What the project's configuration says; null for a command without a project.</param>
    public ServerlessClient Connect(ParseResult parsed, ProjectDefaults? defaults = null)
    {
        var given = new GivenCredentials(parsed.GetValue(_userName), parsed.GetValue(_password), parsed.GetValue(_profile));
        var (address, credentials) = parsed.GetValue(_deployTo) == Twilio ? FindTwilio(parsed, given, defaults) : FindHost(parsed, given);
        if (LogLevelOption.ShowsProgress(parsed))
        {
            Console.Error.WriteLine($"{address.Api.Host}, as {credentials}");
        }

        return new ServerlessClient(address, credentials);
    }

    private (ApiAddress, ApiCredentials) FindTwilio(ParseResult parsed, GivenCredentials given, ProjectDefaults? defaults)
    {
        var login = TwilioCredentials.OfThisMachine().Find(given);
        try
        {
            var region = parsed.GetValue(_region) ?? defaults?.Text("region") ?? login.Region;
            var edge = parsed.GetValue(_edge) ?? defaults?.Text("edge") ?? login.Edge;
            return (ApiAddress.ForTwilio(region, edge), login.Credentials);
        }
        catch (ArgumentException e)
        {
            throw new UserErrorException(e.Message);
        }
    }

    private (ApiAddress, ApiCredentials) FindHost(ParseResult parsed, GivenCredentials given)
    {
        var text = parsed.GetValue(_host) ?? Environment.GetEnvironmentVariable(HostVariable);
        if (!Uri.TryCreate(string.IsNullOrEmpty(text) ? DefaultHost : text, UriKind.Absolute, out var host) || host.Scheme is not ("http" or "https"))
        {
            throw new UserErrorException($"--host-url {text}: it must be a URL like {DefaultHost}.");
        }

        return (ApiAddress.ForHost(host), LocalCredentials.OfThisMachine().Find(host, given));
    }
}
