
namespace Ahoy.LanguageServer.Features;

/// <summary>All that the server can do: a new feature is a file and a line here.</summary>
internal static class FeatureList
{
    public static IReadOnlyList<IFeature> All { get; } =
    [
        new Diagnostics(),
        new CodeActions(),
        new Hovers(),
        new Completions(),
        new Links(),
        new FileRenames(),
        new CodeLenses(),
        new Commands(),
    ];
}
