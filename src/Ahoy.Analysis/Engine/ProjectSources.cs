namespace Ahoy.Analysis.Engine;

/// <summary>Gives the files of a project by their resource: they are parsed once, and only where somebody asks.</summary>
internal abstract class ProjectSources
{
    /// <summary>A project of which no other file is known.</summary>
    public static ProjectSources None { get; } = new NoSources();

    /// <summary>The file of a resource; the same object as long as its text stays the same, null where it can't be read.</summary>
    public abstract SourceFile? Find(ProjectResource resource);

    private sealed class NoSources : ProjectSources
    {
        public override SourceFile? Find(ProjectResource resource) => null;
    }
}
