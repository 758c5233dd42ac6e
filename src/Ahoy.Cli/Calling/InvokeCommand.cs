using System.CommandLine;
using Ahoy.Cli.Offline;
using Ahoy.Deploy.Verification;
using Ahoy.Host.Commands;
using Ahoy.Model.Signatures;

namespace Ahoy.Cli.Calling;

/// <summary><c>ahoy invoke</c>: calls a Function of a host that runs, signed as Twilio would where that is asked for.</summary>
internal static class InvokeCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "The path with its query: /sms/reply." };
        var url = LastOption.Text("--url", "The host's URL. The host of this folder, or port 3000, by default.");
        var signed = LastOption.Flag("--signed", "Signs the request, for protected Functions.");
        var options = new CallOptions();
        var command = new Command("invoke", "Calls a Function of a host on this machine.") { path, url, signed };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                var body = options.ReadBody(parsed);
                var target = (parsed.GetValue(url) ?? FolderHost.Find(Environment.CurrentDirectory)?.Url ?? "http://localhost:3000").TrimEnd('/') + "/" + parsed.GetValue(path)!.TrimStart('/');
                var token = parsed.GetValue(signed) ? await options.ReadAuthTokenAsync(parsed, target, cancellation).ConfigureAwait(false) : null;
                return await SendAsync(target, body, token, parsed.InvocationConfiguration, cancellation).ConfigureAwait(false);
            }
            catch (CallException e)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
                return 1;
            }
        });
        return command;
    }

    // The exit code is 0 where the Function answered with a status below 400.
    private static async Task<int> SendAsync(string url, CallBody body, string? authToken, InvocationConfiguration console, CancellationToken cancellation)
    {
        var target = authToken is null ? url : body.AddHash(url);
        if (!Uri.TryCreate(target, UriKind.Absolute, out var uri))
        {
            throw new CallException($"{target} is no URL.");
        }

        using var client = new HttpClient(LocalhostHandler.Create());
        using var content = body.ToContent();
        using var request = new HttpRequestMessage(body.IsEmpty ? HttpMethod.Get : HttpMethod.Post, uri) { Content = content };
        if (authToken is not null)
        {
            request.Headers.Add(RequestSignature.HeaderName, body.Sign(authToken, uri.AbsoluteUri));
        }

        try
        {
            using var response = await client.SendAsync(request, cancellation).ConfigureAwait(false);
            await console.Error.WriteLineAsync($"{(int)response.StatusCode} {response.ReasonPhrase} {response.Content.Headers.ContentType}").ConfigureAwait(false);
            await console.Output.WriteLineAsync(await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false)).ConfigureAwait(false);
            return (int)response.StatusCode < 400 ? 0 : 1;
        }
        catch (HttpRequestException e)
        {
            throw new CallException($"No host answers at {uri.GetLeftPart(UriPartial.Authority)}: {e.Message} Start one with 'ahoy start', or name it with --url.");
        }
    }
}
