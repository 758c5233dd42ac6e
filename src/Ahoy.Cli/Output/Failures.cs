using System.Net;
using Ahoy.Deploy;
using Ahoy.Deploy.Credentials;
using Ahoy.Deploy.Http;
using Ahoy.Model;

namespace Ahoy.Cli.Output;

/// <summary>Turns what a command throws into one clear message and an exit code.</summary>
internal static class Failures
{
    /// <summary>Runs a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">The user's interruption.</param>
    /// <param name="error">Where the message goes to; null: the standard error.</param>
    public static async Task<int> RunAsync(Func<Task<int>> command, CancellationToken cancellationToken, TextWriter? error = null)
    {
        error ??= Console.Error;
        try
        {
            return await command().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync(Prefix + "Interrupted.").ConfigureAwait(false);
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (ExitCodeOf(e) is { } code)
        {
            await error.WriteLineAsync(Prefix + Message(e)).ConfigureAwait(false);
            return code;
        }
    }

    // MSBuild makes an error of a line of this form; see build/Ahoy.Publish.targets.
    private static string Prefix => Caller.IsMSBuild ? "ahoy : error AHOY6000: " : "";

    private static int? ExitCodeOf(Exception exception) => exception switch
    {
        UserErrorException e => e.ExitCode,
        CredentialsMissingException => ExitCode.Credentials,
        DeployFailedException e => e.InnerException is { } inner ? ExitCodeOf(inner) ?? ExitCode.Failed : ExitCode.Failed,
        ServerlessApiException { Status: HttpStatusCode.Unauthorized } => ExitCode.Credentials,
        ServerlessApiException { Status: HttpStatusCode.NotFound } => ExitCode.NotFound,
        ServerlessApiException { Status: null } => ExitCode.Unreachable,
        ServerlessApiException or BuildFormatException or IOException or UnauthorizedAccessException => ExitCode.Failed,
        _ => null,
    };

    private static string Message(Exception exception) => exception switch
    {
        ServerlessApiException { Status: null } e => $"{e.Message.TrimEnd('.')}. Check the address; a host on this machine is started with `ahoy serve`.",
        ServerlessApiException e =>
            $"{e.Message.TrimEnd('.')} ({e.Request}: {(int)e.Status!}{(e.Code is { } code ? FormattableString.Invariant($", error {code}") : "")}).{Advice(e)}",
        _ => exception.Message,
    };

    // The first line that the command wrote says where the credentials came from.
    private static string Advice(ServerlessApiException exception) => exception.Status switch
    {
        HttpStatusCode.Unauthorized => " The credentials above are not valid here: check them, or give others.",
        HttpStatusCode.Forbidden => " The credentials above are not allowed to do this.",
        _ => "",
    };
}
