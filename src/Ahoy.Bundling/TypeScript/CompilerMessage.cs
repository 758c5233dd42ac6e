namespace Ahoy.Bundling.TypeScript;

/// <summary>Something that the compiler says, or that keeps it from compiling.</summary>
/// <param name="Id">The compiler's id (<c>TS2322</c>), or Ahoy's (<c>AHOY5112</c>).</param>
/// <param name="IsError">Whether it is an error.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="File">The file, absolute; null for none.</param>
/// <param name="Line">The line, from 1; 0 for the file as a whole.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="EndLine">The line of the end.</param>
/// <param name="EndColumn">The column after the end.</param>
public sealed record CompilerMessage(string Id, bool IsError, string Text, string? File = null, int Line = 0, int Column = 0, int EndLine = 0, int EndColumn = 0)
{
    /// <summary>The message as a line of a command's, in the form that editors know.</summary>
    /// <param name="folder">The project's folder; the file is named relative to it.</param>
    public string ToLine(string folder)
    {
        var file = File is null ? "" : Projects(folder, File);
        var place = File is null ? "" : Line > 0 ? FormattableString.Invariant($"{file}({Line},{Column}): ") : $"{file}: ";
        return $"{place}{(IsError ? "error" : "warning")} {Id}: {Text}";
    }

    private static string Projects(string folder, string file) => ProjectPath.IsBelow(folder, file) ? ProjectPath.Relative(folder, file) : file;
}
