namespace Ahoy.Analysis.TwiML.Addresses;

/// <summary>Finds what an address of this service leads to.</summary>
internal static class AddressTarget
{
    /// <summary>The paths that the platform answers <c>/</c> with, where they are there.</summary>
    private static readonly string[] s_roots = ["/", "/assets/index.html"];

    /// <summary>The path of the document that a file is; null for a library, which is part of others.</summary>
    public static string? DocumentOf(ProjectResource resource) => resource.Visibility == Visibility.Private ? null : resource.Path;

    /// <summary>The path that an address leads to from a file; null where that is not known.</summary>
    public static string? PathOf(AddressUse use, ProjectResource from) => use.Address.ResolveFrom(use.HasBase ? DocumentOf(from) : null);

    /// <summary>The resource at a path, one that can be reached where there are several; null where there is none.</summary>
    public static ProjectResource? Find(ProjectSummary project, string path)
    {
        ProjectResource? found = null;
        foreach (var resource in project.Resources)
        {
            if (resource.Path == path || (path == "/" && s_roots.Contains(resource.Path)))
            {
                found = found is { Visibility: not Visibility.Private } ? found : resource;
            }
        }

        return found;
    }
}
