using System.Text.RegularExpressions;

namespace Ahoy.Design.Tests.Names;

/// <summary>One word a thing: words that no file and no type has in its name, or only some have. The words to use are those of <c>docs/architecture.md</c>.</summary>
internal static partial class Glossary
{
    private static readonly ForbiddenWord[] s_words =
    [
        // Metaphors.
        new("Epitaph", "what a worker that has died said at last"),
        new("Bury", "what is removed"),
        new("Graveyard", "what is removed"),
        new("Crowd", "how many there are"),
        new("Pile", "a stack or a list"),
        new("Answers", "a class is named for what it makes: ErrorPage, ErrorResponse"),

        // Second names of what has one.
        new("Vocabulary", "Model, or the thing itself"),
        new("SiteContent", "ServedEnvironment"),
        new("PoolDeployment", "ServedEnvironment, or what the pool makes of it"),
        new("Site", "ServedEnvironment") { Except = ["CallSite"] },

        // Words that say nothing.
        new("Manager", "what it does"),
        new("Managers", "what it does"),
        new("Util", "what it does"),
        new("Utils", "what it does"),
        new("Utility", "what it does"),
        new("Utilities", "what it does"),
        new("Helper", "what it does"),
        new("Helpers", "what it does"),
        new("Misc", "what it does"),

        // Twilio's: a Deployment puts a Build live in an Environment, and is a resource of the Serverless API.
        new("Deployment", "ServedEnvironment, where it is no resource of Twilio's API")
        {
            Only = ["src/Ahoy.Api/", "src/Ahoy.Deploy/", "src/Ahoy.Host/ControlPlane/", "src/Ahoy.Host/Storage/", "src/Ahoy.Cli/"],
        },
        new("Deployments", "ServedEnvironment, where it is no resource of Twilio's API")
        {
            Only = ["src/Ahoy.Api/", "src/Ahoy.Deploy/", "src/Ahoy.Host/ControlPlane/", "src/Ahoy.Host/Storage/", "src/Ahoy.Cli/"],
        },

        // NuGet's or npm's: a Build as one file is an Archive.
        new("Package", "Archive, where it is a Build; Package is npm's and NuGet's")
        {
            Only = ["src/Ahoy.Model/Packages/", "src/Ahoy.Bundling/", "src/Ahoy.Build/", "src/Ahoy.Analysis/", "src/Ahoy.Host/ControlPlane/Builds/"],
        },
    ];

    /// <summary>What is wrong with a name, or null.</summary>
    /// <param name="name">The name of a file without its extension, of a folder, or of a type.</param>
    /// <param name="file">Where it is, from the repository's folder.</param>
    public static string? ErrorIn(string name, string file)
    {
        var words = string.Join(' ', Words().Matches(name).Select(match => match.Value));
        return s_words.FirstOrDefault(word => word.IsIn(words, name) && !word.IsAllowedAt(file)) is { } forbidden
            ? $"{file}: '{forbidden.Word}' in '{name}'. Instead: {forbidden.Instead}."
            : null;
    }

    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\d]+")]
    private static partial Regex Words();

    /// <summary>A word, or some of them, in the form of a name.</summary>
    private sealed record ForbiddenWord(string Word, string Instead)
    {
        /// <summary>The folders in which it is right.</summary>
        public string[] Only { get; init; } = [];

        /// <summary>Words of other meaning that have it in them.</summary>
        public string[] Except { get; init; } = [];

        public bool IsIn(string words, string name)
        {
            var searched = string.Join(' ', Words().Matches(Word).Select(match => match.Value));
            return $" {words} ".Contains($" {searched} ", StringComparison.OrdinalIgnoreCase) && !Except.Any(name.Contains);
        }

        public bool IsAllowedAt(string file) => Only.Any(folder => file.StartsWith(folder, StringComparison.Ordinal));
    }
}
