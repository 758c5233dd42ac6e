namespace Ahoy.Analysis.Engine;

/// <summary>A place in the same file that explains a finding.</summary>
internal sealed class RelatedSpan
{
    public RelatedSpan(int start, int end, string note)
    {
        Start = start;
        End = end;
        Note = note;
    }

    /// <summary>The offset of the first UTF-16 code unit.</summary>
    public int Start { get; }

    /// <summary>The offset after the last one.</summary>
    public int End { get; }

    /// <summary>What happens there, for the outputs that can show it.</summary>
    public string Note { get; }
}
