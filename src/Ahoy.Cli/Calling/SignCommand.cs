using System.CommandLine;
using Ahoy.Model.Signatures;

namespace Ahoy.Cli.Calling;

/// <summary><c>ahoy sign</c>: the signature that Twilio would give a request, to send it with another tool.</summary>
internal static class SignCommand
{
    public static Command Create()
    {
        var url = new Argument<string>("url") { Description = "The full URL with its query, as it will be sent." };
        var options = new CallOptions();
        var command = new Command("sign", "Prints a request's X-Twilio-Signature header, for curl and the like.") { url };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                var body = options.ReadBody(parsed);
                var signed = body.AddHash(parsed.GetValue(url)!);
                var signature = body.Sign(await options.ReadAuthTokenAsync(parsed, signed, cancellation).ConfigureAwait(false), signed);
                parsed.InvocationConfiguration.Output.WriteLine($"{RequestSignature.HeaderName}: {signature}");
                if (body.Json is not null)
                {
                    parsed.InvocationConfiguration.Output.WriteLine($"URL: {signed}");
                }

                return 0;
            }
            catch (CallException e)
            {
                parsed.InvocationConfiguration.Error.WriteLine(e.Message);
                return 1;
            }
        });
        return command;
    }
}
