using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.LanguageServer.Documents;
using Ahoy.LanguageServer.Projects;
using Ahoy.LanguageServer.Protocol;
using Ahoy.Model;

namespace Ahoy.LanguageServer.Features;

/// <summary>
/// Does something with a Function of the running host: <c>ahoy.invoke</c>, <c>ahoy.text</c>, <c>ahoy.call</c>, with the file's URI; and shows the run that proves a finding: <c>ahoy.prove</c>, with the
/// rule's id and the line (from 0) as well.
/// </summary>
internal sealed class Commands : IFeature
{
    public const string Invoke = "ahoy.invoke";
    public const string Text = "ahoy.text";
    public const string Call = "ahoy.call";
    public const string Prove = "ahoy.prove";

    private static readonly HttpClient s_http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };

    /// <inheritdoc/>
    public void Announce(JsonObject capabilities, ServerContext server) =>
        capabilities["executeCommandProvider"] = new JsonObject { ["commands"] = new JsonArray(Invoke, Text, Call, Prove) };

    /// <inheritdoc/>
    public IEnumerable<(string Method, Func<JsonElement, CancellationToken, Task<JsonNode?>> Answer)> Methods(ServerContext server)
    {
        yield return ("workspace/executeCommand", (parameters, cancellation) => ExecuteAsync(server, parameters, cancellation));
    }

    private static async Task<JsonNode?> ExecuteAsync(ServerContext server, JsonElement parameters, CancellationToken cancellation)
    {
        var command = parameters.Required("command");
        if (command is not (Invoke or Text or Call or Prove))
        {
            throw new RequestException(ErrorCodes.InvalidParams, $"There is no command '{command}'.");
        }

        var arguments = parameters.At("arguments").Items().ToList();
        if (arguments is not [var first, ..] || first.Text() is not { } uri || FilePaths.PathOf(uri) is not { } path)
        {
            throw new RequestException(ErrorCodes.InvalidParams, $"{command} needs the URI of a Function's file.");
        }

        if (server.Projects.Of(path) is not { } project || project.ResourceOf(path) is not { Kind: ResourceKind.Function } function)
        {
            throw new RequestException(ErrorCodes.InvalidParams, $"{Path.GetFileName(path)} is no Function.");
        }

        if (command == Prove)
        {
            return await ShowRunAsync(server, project.Folder, path, arguments, cancellation).ConfigureAwait(false);
        }

        if (await RunningHost.FindAsync(project.Folder, cancellation).ConfigureAwait(false) is not { } host)
        {
            throw new RequestException(ErrorCodes.InvalidRequest, "No host serves this project: run `dotnet run` or `ahoy start` in its folder first.");
        }

        var body = arguments.Count > 1 ? arguments[1].Text() : null;
        try
        {
            var text = command == Invoke
                ? await InvokeAsync(host, function.Path, cancellation).ConfigureAwait(false)
                : await AskTwilioAsync(host, command, function.Path, body ?? "Hi", cancellation).ConfigureAwait(false);
            server.Notify("window/showMessage", new JsonObject { ["type"] = 3, ["message"] = text });
            return text;
        }
        catch (HttpRequestException e)
        {
            throw new RequestException(ErrorCodes.InternalError, $"The host does not answer: {e.Message}");
        }
    }

    // The finding is the one of its rule that is nearest to the line: what is typed meanwhile moves it.
    private static async Task<JsonNode?> ShowRunAsync(ServerContext server, string folder, string path, List<JsonElement> arguments, CancellationToken cancellation)
    {
        var (id, line) = (arguments.ElementAtOrDefault(1).Text(), arguments.Count > 2 && arguments[2].TryGetInt32(out var given) ? given + 1 : 1);
        var runs = await server.Shown.ShowAsync(folder, path, cancellation).ConfigureAwait(false);
        var text = runs.Where(run => run.Id.Length == 0 || id is null || run.Id == id).MinBy(run => Math.Abs(run.Line - line))?.Text
            ?? "There is nothing to run for in the file as it is saved.";
        server.Notify("window/showMessage", new JsonObject { ["type"] = 3, ["message"] = text });
        return text;
    }

    private static async Task<string> InvokeAsync(RunningHost host, string path, CancellationToken cancellation)
    {
        using var response = await s_http.GetAsync(new Uri(host.Url + path), cancellation).ConfigureAwait(false);
        var body = await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
        return string.Create(CultureInfo.InvariantCulture, $"{path}: {(int)response.StatusCode} {(body.Length > 500 ? body[..500] + " …" : body)}");
    }

    private static async Task<string> AskTwilioAsync(RunningHost host, string command, string path, string body, CancellationToken cancellation)
    {
        if (host.OfflineUrl is null)
        {
            throw new RequestException(ErrorCodes.InvalidRequest, "The host was started without --offline: there is nobody to text or to call.");
        }

        var (what, message) = command == Text
            ? ("messages", new JsonObject { ["to"] = path, ["body"] = body })
            : ("calls", new JsonObject { ["to"] = path });
        using var content = new StringContent(message.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using var response = await s_http.PostAsync(new Uri($"{host.OfflineUrl}/_ahoy/{what}"), content, cancellation).ConfigureAwait(false);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false));
        var answer = json.RootElement;
        if (!response.IsSuccessStatusCode)
        {
            return answer.At("message").Text() ?? "The host refused.";
        }

        return command == Text
            ? answer.At("replies").Items().Select(reply => reply.At("body").Text()).ToList() is { Count: > 0 } replies ? string.Join('\n', replies) : "There was no reply."
            : string.Join('\n', answer.At("transcript").Items().Select(step => $"{step.At("verb").Text()} {step.At("text").Text()}".TrimEnd()));
    }
}
