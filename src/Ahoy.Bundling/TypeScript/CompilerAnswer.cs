using System.Text.Json;

namespace Ahoy.Bundling.TypeScript;

/// <summary>What the compiler's process answers.</summary>
internal sealed class CompilerAnswer
{
    /// <summary>What the compiler says of the code and of its settings.</summary>
    public IReadOnlyList<CompilerMessage> Messages { get; private init; } = [];

    /// <summary>The files of the program, absolute, without those of packages.</summary>
    public IReadOnlyList<string> Files { get; private init; } = [];

    /// <summary>What is wrong with the settings, as the end of a sentence; null where nothing is.</summary>
    public string? Problem { get; private init; }

    /// <summary>Why the compiler could not even run; null where it could.</summary>
    public string? Failure { get; private init; }

    /// <summary>Whether the project has no compiler.</summary>
    public bool IsMissing { get; private init; }

    /// <summary>Whether the project has no bundler.</summary>
    public bool HasNoBundler { get; private init; }

    /// <summary>The Functions that were bundled, with their sizes.</summary>
    public IReadOnlyList<(string File, long Bytes, long OfPackages)> Sizes { get; private init; } = [];

    /// <summary>The answer of a process that has ended instead.</summary>
    public static CompilerAnswer OfFailure(string reason) => new() { Failure = reason };

    /// <summary>Reads an answer.</summary>
    public static CompilerAnswer Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        return new CompilerAnswer
        {
            Messages = root.TryGetProperty("diagnostics", out var diagnostics) ? [.. diagnostics.EnumerateArray().Select(Read)] : [],
            Files = root.TryGetProperty("files", out var files) ? [.. files.EnumerateArray().Select(file => file.GetString()!)] : [],
            Problem = Text(root, "problem"),
            Failure = Text(root, "failure"),
            HasNoBundler = root.TryGetProperty("hasNoBundler", out _),
            Sizes = root.TryGetProperty("sizes", out var sizes)
                ? [.. sizes.EnumerateArray().Select(size => (Text(size, "file")!, size.GetProperty("bytes").GetInt64(), size.GetProperty("packages").GetInt64()))]
                : [],
            IsMissing = root.TryGetProperty("isMissing", out _),
        };
    }

    private static CompilerMessage Read(JsonElement told) => new(
        Text(told, "code")!,
        told.GetProperty("isError").GetBoolean(),
        Text(told, "message")!,
        Text(told, "file"),
        Number(told, "line"),
        Number(told, "column"),
        Number(told, "endLine"),
        Number(told, "endColumn"));

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int Number(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetInt32() : 0;
}
