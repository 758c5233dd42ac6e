using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.TestSupport;

namespace Ahoy.Analysis.Tests.Running;

/// <summary>What a handler did when Node ran it with the context and the globals that the host gives, and a callback that only takes notes.</summary>
internal sealed class HandlerRun
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>What the host runs Functions with.</summary>
    private static readonly string s_runtime = Repository.Combine("src", "Ahoy.Host", "Workers", "node");

    private readonly JsonObject _outcome;
    private readonly string _text;

    private HandlerRun(JsonObject outcome, string text)
    {
        _outcome = outcome;
        _text = text;
    }

    /// <summary>Runs a Function.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="eventJson">The event; <c>{ "fail": true }</c> lets all services fail.</param>
    public static HandlerRun Of(string text, string eventJson)
    {
        using var folder = new TempFolder();
        var file = folder.Write("functions/function.js", text);
        foreach (var (neighbour, content) in Neighbours.Files)
        {
            folder.Write(neighbour, content);
        }

        var harness = Path.Combine(AppContext.BaseDirectory, "Running", "harness.cjs");
        var start = new ProcessStartInfo("node", ["--no-warnings", harness, s_runtime, file, eventJson])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = node.StandardOutput.ReadToEndAsync();
        if (!node.WaitForExit(s_patience))
        {
            node.Kill(entireProcessTree: true);
            Assert.Fail($"Node does not end:\n{text}");
        }

        return output.Result.Length > 0
            ? new HandlerRun(JsonNode.Parse(output.Result)!.AsObject(), text)
            : throw new JsonException($"The handler did not run: {errors.Result}\n{text}");
    }

    /// <summary>
    /// Compares what happened with what should have: of the only completion <c>value</c> and <c>error</c>; <c>completions</c> (how
    /// many, if not one), <c>thrown</c> (by the handler), <c>unhandled</c> (a rejection that nobody looked after), <c>calls</c> (of
    /// services, as they came and ended), <c>callsBefore</c> (how many of these came before the completion), <c>logs</c>.
    /// </summary>
    public void Shows(JsonObject expected)
    {
        var completions = _outcome["completions"]!.AsArray();
        var actual = new JsonObject
        {
            ["completions"] = completions.Count,
            ["thrown"] = _outcome["thrown"]?.DeepClone(),
            ["unhandled"] = _outcome["unhandled"]?.DeepClone(),
            ["calls"] = _outcome["calls"]?.DeepClone(),
            ["logs"] = _outcome["logs"]?.DeepClone(),
            ["value"] = completions.FirstOrDefault()?["value"]?.DeepClone(),
            ["error"] = completions.FirstOrDefault()?["error"]?.DeepClone(),
            ["callsBefore"] = completions.FirstOrDefault()?["callsBefore"]?.DeepClone(),
        };
        var all = new JsonObject { ["completions"] = 1, ["thrown"] = null, ["unhandled"] = null };
        foreach (var (key, value) in expected)
        {
            all[key] = value?.DeepClone();
        }

        Assert.All(all, pair => Assert.True(
            JsonNode.DeepEquals(pair.Value, actual[pair.Key]),
            $"{pair.Key} should be {pair.Value?.ToJsonString() ?? "null"} in {actual.ToJsonString()} of\n{_text}"));
    }
}
