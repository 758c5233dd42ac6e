namespace Ahoy.Analysis.Engine;

/// <summary>The resources that the rules look at.</summary>
internal static class AnalyzedResources
{
    /// <summary>Whether the rules look at a resource: Functions, the private Assets that Functions can load, and the XML that Twilio can.</summary>
    public static bool Contain(ProjectResource resource) => SourceFile.IsXml(resource)
        ? resource.Kind == ResourceKind.Asset && resource.Visibility != Visibility.Private
        : IsCode(resource.File) && (resource.Kind == ResourceKind.Function || resource.Visibility == Visibility.Private);

    /// <summary>Whether a file is JavaScript, or TypeScript that compiles to something.</summary>
    private static bool IsCode(string file) => file.EndsWith(".js", StringComparison.Ordinal)
        || (file.EndsWith(".ts", StringComparison.Ordinal) && !file.EndsWith(".d.ts", StringComparison.Ordinal));
}
