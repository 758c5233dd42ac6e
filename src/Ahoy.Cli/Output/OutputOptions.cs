using System.CommandLine;

namespace Ahoy.Cli.Output;

/// <summary>The options that say how a result is written, with the Serverless Toolkit's names.</summary>
internal static class OutputOptions
{
    private const string JsonFormat = "json";

    /// <summary><c>-o json</c></summary>
    public static Option<string?> Format()
    {
        var option = new Option<string?>("--output-format", "-o") { Description = "json for scripts. A table by default." };
        option.AcceptOnlyFromAmong(JsonFormat);
        return option;
    }

    /// <summary><c>--properties sid,url</c></summary>
    public static Option<string?> Properties() => new("--properties") { Description = "Which properties to show, with commas between them." };

    /// <summary><c>--extended-output</c></summary>
    public static Option<bool> Extended() => new("--extended-output") { Description = "Shows all properties." };

    public static bool IsJson(string? format) => format == JsonFormat;
}
