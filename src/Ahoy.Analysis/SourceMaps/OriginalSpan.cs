using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis.SourceMaps;

/// <summary>A part of the file that another one was compiled from.</summary>
/// <param name="Path">The file, absolute.</param>
/// <param name="Source">Its text. It need not be JavaScript: of the tree, only comments and lines can be relied on.</param>
/// <param name="Start">The offset of the start.</param>
/// <param name="End">The offset after the end.</param>
internal sealed record OriginalSpan(string Path, SourceFile Source, int Start, int End);
