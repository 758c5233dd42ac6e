using System.CommandLine;
using Ahoy.Cli.Output;
using Ahoy.Host.Commands;

namespace Ahoy.Cli.Offline;

/// <summary><c>ahoy text</c>: a text message from a phone, and what is answered.</summary>
internal static class TextCommand
{
    // What the offline Twilio takes where nobody is named.
    private const string UsualFrom = "+15551230001";

    public static Command Create()
    {
        var to = new Argument<string>("to") { Description = "A Function's path, as /sms, or a number of your account." };
        var body = new Argument<string?>("body") { Description = "What the message says.", Arity = ArgumentArity.ZeroOrOne };
        var from = LastOption.Text("--from", $"The number that the message comes from. {UsualFrom} by default.");
        var media = new Option<string[]>("--media") { Description = "A file to send with the message. Repeat it for more.", DefaultValueFactory = _ => [] };
        var url = OfflineAddress.Option();
        var command = new Command("text", "Texts your service that runs with --offline, and prints the replies.") { to, body, from, media, url };
        command.SetAction((parsed, cancellation) => Failures.RunAsync(
            () => RunAsync(
                OfflineAddress.Find(parsed.GetValue(url), Environment.CurrentDirectory),
                new TextRequest(parsed.GetValue(from), parsed.GetValue(to)!, parsed.GetValue(body) ?? "", null),
                parsed.GetValue(media) ?? [],
                parsed.InvocationConfiguration,
                cancellation),
            cancellation,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    private static async Task<int> RunAsync(Uri url, TextRequest message, string[] files, InvocationConfiguration console, CancellationToken cancellation)
    {
        using var client = new OfflineClient(url);
        var report = await FailureReport.BeginAsync(client, cancellation).ConfigureAwait(false);
        if (files.Length == 0)
        {
            return await SendAsync(client, report, message, console, cancellation).ConfigureAwait(false);
        }

        await using var media = await MediaServer.StartAsync(files, cancellation).ConfigureAwait(false);
        return await SendAsync(client, report, message with { MediaUrls = media.Urls }, console, cancellation).ConfigureAwait(false);
    }

    private static async Task<int> SendAsync(
        OfflineClient client, FailureReport report, TextRequest message, InvocationConfiguration console, CancellationToken cancellation)
    {
        var answer = await client.TextAsync(message, cancellation).ConfigureAwait(false);
        foreach (var reply in answer.Replies)
        {
            await WriteAsync(reply, message.From ?? UsualFrom, console.Output).ConfigureAwait(false);
        }

        var failed = await report.WriteAsync(answer.Sid, console.Error, cancellation).ConfigureAwait(false);
        if (answer.Webhook is null)
        {
            await console.Error.WriteLineAsync($"Nothing answers messages to {message.To}: the number has no webhook for them. Give it one in phones.json.").ConfigureAwait(false);
        }
        else if (answer.Replies.Count == 0 && !failed)
        {
            await console.Error.WriteLineAsync("No reply.").ConfigureAwait(false);
        }

        return failed ? ExitCode.Failed : ExitCode.Success;
    }

    // The text alone, so that a script can compare it; what is out of the ordinary goes with it.
    private static async Task WriteAsync(TextReply reply, string sender, TextWriter output)
    {
        var to = reply.To == sender ? "" : $"(to {reply.To}) ";
        var status = reply.Status is "undelivered" or "failed" ? $" ({reply.Status})" : "";
        await output.WriteLineAsync($"{to}{reply.Body}{status}").ConfigureAwait(false);
        foreach (var file in reply.Media ?? [])
        {
            await output.WriteLineAsync($"  {file}").ConfigureAwait(false);
        }
    }
}
