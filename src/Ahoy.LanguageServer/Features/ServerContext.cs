using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.Analysis.Engine;
using Ahoy.LanguageServer.Documents;
using Ahoy.LanguageServer.Projects;
using Ahoy.LanguageServer.Protocol;
using Ahoy.LanguageServer.Text;
using Ahoy.Model;

namespace Ahoy.LanguageServer.Features;

/// <summary>What all features share.</summary>
internal sealed class ServerContext
{
    public ServerContext(IBuildChecks checks, IShownRuns shown)
    {
        (Checks, Shown) = (checks, shown);
        Documents = new DocumentStore();
        Finder = new ProjectFinder();
        Projects = new ProjectStore(Documents, Finder);
    }

    public IBuildChecks Checks { get; }

    public IShownRuns Shown { get; }

    public DocumentStore Documents { get; }

    public ProjectFinder Finder { get; }

    public ProjectStore Projects { get; }

    /// <summary>Where the last runs failed; null until somebody may be told.</summary>
    public FailedRuns? Runs { get; set; }

    /// <summary>How positions count.</summary>
    public PositionEncoding Encoding { get; set; } = PositionEncoding.Utf16;

    /// <summary>What the client can do.</summary>
    public JsonElement Capabilities { get; set; }

    /// <summary>Whether edits may carry the version that they are for.</summary>
    public bool KnowsVersions => Capabilities.At("workspace", "workspaceEdit", "documentChanges").IsTrue();

    /// <summary>Whether the client asks for diagnostics; others get them pushed.</summary>
    public bool Pulls => Capabilities.At("textDocument", "diagnostic").ValueKind == JsonValueKind.Object;

    /// <summary>Tells how far something has come that takes long.</summary>
    public Progress? Progress { get; set; }

    /// <summary>Sends a notification or a request to the client; what a request is answered is not waited for.</summary>
    public Action<string, JsonNode?> Notify { get; set; } = static (_, _) => { };

    /// <summary>The open file that a request is about, as the rules see it; null where it is not open, belongs to no project, or is none that is looked at.</summary>
    public OpenFile? Open(JsonElement parameters, CancellationToken cancellation)
    {
        var uri = parameters.Required("textDocument", "uri");
        return FilePaths.PathOf(uri) is { } path && Documents.Find(path) is { } document ? Open(document, cancellation) : null;
    }

    /// <summary>The same, of a document.</summary>
    public OpenFile? Open(Document document, CancellationToken cancellation) =>
        document.IsLookedAt
        && Projects.Of(document.Path) is { } project
        && project.AnalyzedOf(document.Path) is { } resource
        && Projects.ContextOf(project, resource, cancellation) is { } file
            ? new OpenFile(document, project, resource, file)
            : null;

    /// <summary>The positions of a file's text, whether it is open or not.</summary>
    public TextMap MapOf(string path, string text) => Documents.Find(path) is { } open && open.Text == text ? open.Map : new TextMap(text, Encoding);

    /// <summary>The URI of a file: as the editor wrote it, where it has it open.</summary>
    public string UriOf(string path) => Documents.Find(path)?.Uri ?? FilePaths.UriOf(path);
}

/// <summary>An open file with its project.</summary>
/// <param name="Document">As the editor has it.</param>
/// <param name="Project">The project.</param>
/// <param name="Resource">The Function or Asset that it is.</param>
/// <param name="File">As the rules see it.</param>
internal sealed record OpenFile(Document Document, EditorProject Project, ResourceFile Resource, FileContext File);
