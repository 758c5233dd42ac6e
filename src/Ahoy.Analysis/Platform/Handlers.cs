using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform;

/// <summary>What a file exports as its handler.</summary>
internal sealed class Handlers
{
    public Handlers(IReadOnlyList<Handler> known, bool mayExportAnother)
    {
        Known = known;
        MayExportAnother = mayExportAnother;
    }

    /// <summary>The functions that are the handler (on some path of the module at least), in the order of the source.</summary>
    public IReadOnlyList<Handler> Known { get; }

    /// <summary>
    /// Whether the file exports a handler that this analysis can't name, or something that may have one: what another
    /// module gives, a computed key.
    /// </summary>
    public bool MayExportAnother { get; }

    /// <summary>The handler that a function is; null for any other function.</summary>
    public Handler? Of(IFunction function) => Known.FirstOrDefault(handler => ReferenceEquals(handler.Function, function));
}
