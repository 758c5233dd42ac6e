using Ahoy.Cli.Output;
using Ahoy.Deploy.Client;
using Ahoy.Model;

namespace Ahoy.Cli.Connections;

/// <summary>
/// What a project's <c>.twilioserverlessrc</c> says of the options that the command line leaves open: under the option's name in camel
/// case, as with the Serverless Toolkit. Page: Configuration and Meta Files.
/// </summary>
/// <param name="configuration">The configuration.</param>
/// <param name="command">The command, for the scope <c>commands</c>.</param>
internal sealed class ProjectDefaults(ToolkitConfiguration configuration, string command)
{
    /// <summary>Reads the configuration.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="file">A file that is named instead; null to look in the folder.</param>
    /// <param name="command">The command.</param>
    /// <exception cref="UserErrorException">It can't be read.</exception>
    public static ProjectDefaults Load(string folder, string? file, string command)
    {
        try
        {
            return new ProjectDefaults(
                file is null ? ToolkitConfiguration.Load(folder) : ToolkitConfiguration.LoadFile(Path.GetFullPath(Path.Combine(folder, file))), command);
        }
        catch (ToolkitConfigurationException e)
        {
            // A file that is not there was named by mistake; one that can't be read is the project's.
            var isNamedWrongly = file is not null && !File.Exists(Path.GetFullPath(Path.Combine(folder, file)));
            throw new UserErrorException(e.ToLine(), isNamedWrongly ? ExitCode.Usage : ExitCode.Failed);
        }
    }

    /// <summary>The configuration itself.</summary>
    public ToolkitConfiguration Configuration => configuration;

    /// <summary>A text, or null.</summary>
    /// <param name="name">The option's name in camel case.</param>
    /// <param name="environment">The Environment that the command is about, or null.</param>
    /// <param name="client">Whom the command speaks to, for the scope <c>projects</c>; null where that is not known yet.</param>
    public string? Text(string name, string? environment = null, ServerlessClient? client = null) =>
        configuration.GetText(name, Scope(environment, client)) is { Length: > 0 } text ? text : null;

    /// <summary>Whether an option is on.</summary>
    public bool Flag(string name, string? environment = null, ServerlessClient? client = null) =>
        configuration.GetFlag(name, Scope(environment, client)) == true;

    /// <summary>Whether an option that is on by default is turned off.</summary>
    public bool IsOff(string name, string? environment, ServerlessClient? client) => configuration.GetFlag(name, Scope(environment, client)) == false;

    /// <summary>The Environment, empty for production; null where the configuration leaves it open.</summary>
    public string? Environment(ServerlessClient client) => configuration.GetEnvironment(Scope(environment: null, client));

    private ToolkitScope Scope(string? environment, ServerlessClient? client) =>
        new(command, environment, client?.Credentials.AccountSid, client?.Address.Region);
}
