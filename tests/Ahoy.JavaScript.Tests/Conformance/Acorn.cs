using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ahoy.JavaScript.Tests.Conformance;

/// <summary>acorn in a Node process of its own, which answers one question after the other.</summary>
public sealed class Acorn : IAsyncLifetime
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private Process? _process;

    public async ValueTask InitializeAsync()
    {
        await Packages.InstallAsync();
        _process = Process.Start(new ProcessStartInfo("node", ["acorn-estree.mjs"])
        {
            WorkingDirectory = Packages.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
    }

    public ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            // It ends with its input.
            _process.StandardInput.Close();
            if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
            {
                _process.Kill(entireProcessTree: true);
            }

            _process.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>The tree of a file as JSON with sorted keys; null where acorn refuses it.</summary>
    public async Task<string?> TreeOfFileAsync(string path, SourceType sourceType)
    {
        var answer = await AskAsync(new Request(null, path, NameOf(sourceType), TreeWanted: true));
        return IsError(answer) ? null : answer;
    }

    /// <summary>What acorn has against a text; null where it accepts it.</summary>
    public async Task<string?> ErrorInAsync(string text, SourceType sourceType)
    {
        var answer = await AskAsync(new Request(text, null, NameOf(sourceType), TreeWanted: false));
        return IsError(answer) ? answer : null;
    }

    private static bool IsError(string answer) => answer.StartsWith("error: ", StringComparison.Ordinal);

    private static string NameOf(SourceType type) => type.ToString().ToLowerInvariant();

    private async Task<string> AskAsync(Request request)
    {
        await _process!.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request, s_json));
        await _process.StandardInput.FlushAsync();
        return await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException("acorn's process has ended.");
    }

    private sealed record Request(string? Text, string? Path, string SourceType, bool TreeWanted);
}
