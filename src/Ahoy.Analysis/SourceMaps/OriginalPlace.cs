namespace Ahoy.Analysis.SourceMaps;

/// <summary>A place in the file that another one was compiled from.</summary>
/// <param name="File">The file, absolute.</param>
/// <param name="Line">The line, from 0.</param>
/// <param name="Column">The column in UTF-16 code units, from 0.</param>
internal readonly record struct OriginalPlace(string File, int Line, int Column);
