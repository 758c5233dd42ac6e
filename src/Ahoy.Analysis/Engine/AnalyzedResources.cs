namespace Ahoy.Analysis.Engine;

/// <summary>The resources that the rules look at.</summary>
internal static class AnalyzedResources
{
    /// <summary>Whether the rules look at a resource: Functions, the private Assets that Functions can load, and the XML that Twilio can.</summary>
    public static bool Contain(ProjectResource resource) => SourceFile.IsXml(resource)
        ? resource.Kind == ResourceKind.Asset && resource.Visibility != Visibility.Private
        : resource.File.EndsWith(".js", StringComparison.Ordinal) && (resource.Kind == ResourceKind.Function || resource.Visibility == Visibility.Private);
}
