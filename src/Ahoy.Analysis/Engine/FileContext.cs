using System.Collections.Concurrent;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Engine;

/// <summary>What a rule sees: one JavaScript file of a project.</summary>
internal sealed class FileContext
{
    private readonly ConcurrentDictionary<Type, object> _analyses = new();

    public FileContext(
        SourceFile source, ProjectResource resource, ProjectSummary project, CancellationToken cancellation, ProjectSources? others = null)
    {
        Others = new ConsultedSources(others ?? ProjectSources.None);
        Source = source;
        Resource = resource;
        Project = project;
        Cancellation = cancellation;
    }

    /// <summary>The parsed text and all that follows from it alone.</summary>
    public SourceFile Source { get; }

    /// <summary>The text.</summary>
    public string Text => Source.Text;

    /// <summary>The tree.</summary>
    public Program Program => Source.Program;

    /// <summary>The Function or Asset that the file is.</summary>
    public ProjectResource Resource { get; }

    /// <summary>The project that it belongs to.</summary>
    public ProjectSummary Project { get; }

    /// <summary>The other files of the project, for the few questions that need them: what was asked for is remembered.</summary>
    public ConsultedSources Others { get; }

    /// <summary>Cancelled where nobody waits for the result any more. Rules that loop over much ask it now and then.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Whether it is a Function.</summary>
    public bool IsFunction => Resource.Kind == ResourceKind.Function;

    /// <summary>Whether it is a Function that the platform calls; a private one is a library.</summary>
    public bool IsEndpoint => IsFunction && Resource.Visibility != Visibility.Private;

    /// <summary>
    /// Something computed of the file and the project, once, when the first rule asks for it. What follows from the text alone
    /// belongs to <see cref="SourceFile.Get{T}"/>, where edits of other files leave it in place.
    /// </summary>
    public T Get<T>(Func<FileContext, T> compute)
        where T : class =>
        (T)_analyses.GetOrAdd(typeof(T), _ => compute(this));
}
