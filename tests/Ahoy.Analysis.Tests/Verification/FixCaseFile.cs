using Ahoy.TestSupport;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.Verification;

/// <summary>
/// Reads <c>AHOYnnnn.fixes.js</c>. Each case is a piece of JavaScript below <c>//// fix: what</c>, in which <c>[|…|]</c> marks the
/// finding, and below <c>//// gives</c> what the fix makes of it; or a piece below <c>//// none: what</c>, where no fix may be offered.
/// Further lines below <c>fix</c>: <c>key:</c> (which fix), <c>adds:</c> (rules that may have more to say of the result),
/// <c>run:</c> EVENT => OUTCOME (what the code does before the fix), and the project as <see cref="CaseProject"/> reads it. Below
/// <c>gives</c>: <c>run:</c> what it does after the fix; <c>writes:</c> FILE "before" => "after" (as JSON; null before where it is made, null after
/// where it is left alone), <c>renames:</c> FILE => FILE.
/// </summary>
public static class FixCaseFile
{
    private static readonly string[] s_keys = ["key", "adds", "run", "writes", "renames", .. CaseProject.Keys];

    /// <summary>The files of all fixers.</summary>
    public static IEnumerable<string> All() =>
        Directory.EnumerateFiles(Repository.Combine("tests", "Ahoy.Analysis.Tests", "Rules"), "AHOY*.fixes.js", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal);

    /// <summary>The id that a file's name gives.</summary>
    public static string IdOf(string file) => Path.GetFileName(file).Split('.')[0];

    /// <summary>The cases of all files.</summary>
    public static IEnumerable<FixCase> ReadAll() => All().SelectMany(Read);

    private static IEnumerable<FixCase> Read(string file)
    {
        var sections = CaseSection.Read(file).ToList();
        for (var i = 0; i < sections.Count; i++)
        {
            var section = sections[i];
            yield return (section.Kind, sections.ElementAtOrDefault(i + 1)?.Kind) switch
            {
                ("fix", "gives") => Read(IdOf(file), section, sections[++i]),
                ("none", _) => Read(IdOf(file), section, result: null),
                _ => throw new FormatException($"{file}: '{section}' is out of place."),
            };
        }
    }

    private static FixCase Read(string id, CaseSection section, CaseSection? result)
    {
        if (section.Lines.Concat(result?.Lines ?? []).FirstOrDefault(line => !s_keys.Contains(line.Key)) is { Key: { } unknown })
        {
            throw new FormatException($"{id}, {section}: '{unknown}' is not known.");
        }

        return new FixCase
        {
            Id = id,
            Name = section.Name,
            File = CaseProject.FileOf(section),
            Project = CaseProject.Read(section),
            Marked = section.Code,
            Key = section.Fact("key"),
            Fixed = result?.Code,
            Others = CaseProject.OthersOf(section),
            OtherChanges = result is null ? [] : [.. result.Lines.Where(line => line.Key is "writes" or "renames").Select(line => line.Value)],
            MayAdd = section.Fact("adds")?.Split(' ') ?? [],
            Before = Behaviours(section),
            After = result is null ? [] : Behaviours(result),
        };
    }

    private static Behaviour[] Behaviours(CaseSection section) =>
        [.. section.Lines.Where(line => line.Key == "run").Select(line => Behaviour.Parse(line.Value))];
}
