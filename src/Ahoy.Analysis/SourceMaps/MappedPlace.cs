namespace Ahoy.Analysis.SourceMaps;

/// <summary>What a map says of a place in a compiled file; lines and columns from 0.</summary>
/// <param name="CompiledLine">The line in the compiled file.</param>
/// <param name="CompiledColumn">The column there.</param>
/// <param name="Source">The source, as the map names it.</param>
/// <param name="Line">The line in the source.</param>
/// <param name="Column">The column there.</param>
internal sealed record MappedPlace(int CompiledLine, int CompiledColumn, string Source, int Line, int Column);
