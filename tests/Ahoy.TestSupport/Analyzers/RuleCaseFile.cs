
namespace Ahoy.TestSupport.Analyzers;

/// <summary>
/// Reads <c>AHOYnnnn.cases.js</c>: the cases of one rule as the JavaScript that they are, each after a heading
/// <c>//// reports: what</c> or <c>//// silent: what</c>. Lines right below the heading describe the project around the case, as
/// <see cref="CaseProject"/> reads them.
/// </summary>
public static class RuleCaseFile
{
    /// <summary>The case files of all rules.</summary>
    public static IEnumerable<string> All() =>
        Directory.EnumerateFiles(Repository.Combine("tests", "Ahoy.Analysis.Tests", "Rules"), "AHOY*.cases.js", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal);

    /// <summary>The id that a file's name gives.</summary>
    public static string IdOf(string file) => Path.GetFileName(file).Split('.')[0];

    /// <summary>The cases of a file.</summary>
    public static IReadOnlyList<RuleCase> Read(string file) => [.. CaseSection.Read(file).Select(section => Read(IdOf(file), section))];

    private static RuleCase Read(string id, CaseSection section)
    {
        if (section.Kind is not ("reports" or "silent") || section.Lines.Any(line => !CaseProject.Keys.Contains(line.Key)))
        {
            throw new FormatException($"{id}: a heading can't be read: {section}");
        }

        return new RuleCase
        {
            Id = id,
            Name = section.Name,
            Reports = section.Kind == "reports",
            File = CaseProject.FileOf(section),
            Source = MarkedSource.Parse(section.Code),
            Others = CaseProject.OthersOf(section),
            Project = CaseProject.Read(section),
        };
    }
}
