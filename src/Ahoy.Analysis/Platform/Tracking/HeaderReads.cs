using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis.Platform.Tracking;

/// <summary>The headers that a file reads from the request.</summary>
internal sealed class HeaderReads
{
    private HeaderReads(PropertyReads? reads) => Reads = reads;

    /// <summary>The reads; null where the file does not speak of headers at all.</summary>
    private PropertyReads? Reads { get; }

    /// <summary>The reads, in the order of the source.</summary>
    public IReadOnlyList<PropertyRead> All => Reads?.All ?? [];

    public static HeaderReads Of(SourceFile file) => file.Get(static source =>
        new HeaderReads(source.Mentions("headers") ? PropertyReads.Find(source, ParameterValues.Headers(source)) : null));

    /// <summary>Whether the file itself puts a header of this name there.</summary>
    public bool IsWritten(string name) => Reads?.IsWritten(name) == true;
}
