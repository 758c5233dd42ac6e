namespace Ahoy.Analysis.SourceMaps;

/// <summary>A place in the file that another one was compiled from.</summary>
/// <param name="File">The file, absolute.</param>
/// <param name="Line">The line, from 0.</param>
/// <param name="Column">The column in UTF-16 code units, from 0.</param>
/// <param name="CompiledStart">Where the part of the compiled file begins that was made of what stands there.</param>
internal readonly record struct OriginalPlace(string File, int Line, int Column, int CompiledStart);
