namespace Ahoy.Design.Tests.Documents;

/// <summary>A file has one concept. One that is longer than most says at its top why: <c>// Long because …</c>.</summary>
public class FileLengthTests
{
    private const int MostLines = 400;
    private const int TopLines = 20;
    private const string Reason = "Long because ";

    private static readonly string[] s_folders = ["src", "tests", "bench", "build", "samples", ".ci"];
    private static readonly string[] s_extensions = [".cs", ".js", ".cjs", ".mjs", ".ts", ".tsx", ".css", ".html", ".sh", ".sql", ".props", ".targets", ".csproj"];

    // Lists of marked code, one after the other, as long as a rule has cases.
    private static readonly string[] s_lists = [".cases.js", ".fixes.js"];

    [Fact]
    public void Files_OverTheLimit_SayWhy() =>
        Expect.None(
            from folder in s_folders
            from file in SourceFiles.Below(Repository.Combine(folder))
            where s_extensions.Contains(Path.GetExtension(file)) && !s_lists.Any(file.EndsWith)
            let lines = File.ReadAllLines(file)
            where lines.Length > MostLines && !lines.Take(TopLines).Any(line => line.Contains(Reason, StringComparison.Ordinal))
            select $"{SourceFiles.NameOf(file)}: {lines.Length} lines");
}
