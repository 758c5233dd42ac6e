namespace Ahoy.Bundling.TypeScript;

/// <summary>What came of a compilation.</summary>
/// <param name="Messages">What the compiler said.</param>
/// <param name="HasCompiled">Whether there was anything to compile.</param>
public sealed record CompilerResult(IReadOnlyList<CompilerMessage> Messages, bool HasCompiled)
{
    /// <summary>There was nothing to do.</summary>
    public static CompilerResult Nothing { get; } = new([], HasCompiled: false);

    /// <summary>The Functions that were bundled: file, absolute, bytes, and how many of them packages are.</summary>
    public IReadOnlyList<(string File, long Bytes, long OfPackages)> Sizes { get; init; } = [];

    /// <summary>Whether the output is what the sources say.</summary>
    public bool IsComplete => !Messages.Any(message => message.IsError);
}
