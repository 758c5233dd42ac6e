namespace Ahoy.Design.Tests.Parts;

/// <summary>Which part may refer to which: the arrows of <c>docs/architecture.md</c>, and what stands below them.</summary>
internal static class Arrows
{
    /// <summary>The arrows as they are drawn. A part that is not here may not exist.</summary>
    private static readonly Dictionary<string, string[]> s_drawn = new()
    {
        ["Model"] = [],
        ["JavaScript"] = ["Model"],
        ["Analysis"] = ["JavaScript", "Model"],
        ["Analyzers"] = ["Analysis"],
        ["CodeFixes"] = ["Analysis"],
        ["LanguageServer"] = ["Analysis"],
        ["Bundling"] = ["Model"],
        ["Build"] = ["Bundling"],
        ["Api"] = ["Model"],
        ["Deploy"] = ["Api", "Bundling"],
        ["Simulator"] = ["Model"],
        ["Host"] = ["Api", "Bundling", "Simulator"],
        ["Testing"] = [],
        ["Aspire"] = [],
        ["Aspire.Client"] = [],
        ["Cli"] = ["Model", "JavaScript", "Analysis", "Analyzers", "CodeFixes", "LanguageServer", "Bundling", "Build", "Api", "Deploy", "Simulator", "Host"],

        // Packages of other parts' output, without an assembly.
        ["Sdk"] = ["Analyzers", "CodeFixes", "Build", "Cli"],
        ["Templates"] = [],
        ["VisualStudioCode"] = [],
    };

    /// <summary>What a part knows nothing of, by the beginning of an assembly's name.</summary>
    private static readonly Dictionary<string, string[]> s_unknown = new()
    {
        ["Model"] = ["Microsoft.CodeAnalysis", "Microsoft.Build", "Microsoft.AspNetCore"],
        ["JavaScript"] = ["Microsoft.CodeAnalysis", "Microsoft.Build", "Microsoft.AspNetCore", "System.Text.Json"],
        ["Analysis"] = ["Microsoft.CodeAnalysis", "Microsoft.Build", "Microsoft.AspNetCore"],
        ["Bundling"] = ["Microsoft.CodeAnalysis", "Microsoft.Build", "Microsoft.AspNetCore"],
        ["Api"] = ["Microsoft.AspNetCore"],
        ["Deploy"] = ["Microsoft.AspNetCore", "Microsoft.Build"],
        ["Host"] = ["Microsoft.CodeAnalysis", "Microsoft.Build"],
    };

    public static bool IsPart(string name) => s_drawn.ContainsKey(name);

    /// <summary>Whether one part may refer to another, directly or through one that is between them.</summary>
    public static bool Allow(string from, string to) =>
        s_drawn.TryGetValue(from, out var below) && below.Any(part => part == to || Allow(part, to));

    /// <summary>The beginnings of the names of assemblies that a part must not refer to.</summary>
    public static IReadOnlyList<string> UnknownTo(string part) => s_unknown.GetValueOrDefault(part, []);
}
