using Ahoy.Analysis.Engine;

namespace Ahoy.Cli.Checking;

/// <summary>A place as reports name it: in the file, or in the source that a map leads to. Lines and columns count from 1.</summary>
/// <param name="Path">The file, as it is told.</param>
/// <param name="Line">The line of the start.</param>
/// <param name="Column">The column of the start.</param>
/// <param name="EndLine">The line of the end.</param>
/// <param name="EndColumn">The column after the end.</param>
internal readonly record struct FilePlace(string Path, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The place of a part of a file.</summary>
    /// <param name="path">The file, as it is told.</param>
    /// <param name="source">Its text.</param>
    /// <param name="start">The offset of the start.</param>
    /// <param name="end">The offset after the end.</param>
    public static FilePlace Of(string path, SourceFile source, int start, int end)
    {
        var (from, to) = (source.Lines.PositionOf(start), source.Lines.PositionOf(end));
        return new FilePlace(path, from.Line + 1, from.Column + 1, to.Line + 1, to.Column + 1);
    }
}
