using Ahoy.Analysis;
using Ahoy.Analysis.Baselines;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Rules;
using Ahoy.Analysis.SourceMaps;
using Ahoy.Analysis.Suppressions;
using Ahoy.Bundling.Baselines;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>Runs the rules over projects, all files at once. What can't be checked does not keep the rest from it.</summary>
internal sealed class ProjectChecker
{
    // Fixes can uncover further findings, but not without end.
    private const int MostPasses = 5;

    private readonly bool _fix;
    private readonly HashSet<string> _fixedSources = new(StringComparer.Ordinal);
    private readonly string _currentFolder = Directory.GetCurrentDirectory();

    public ProjectChecker(bool fix) => _fix = fix;

    /// <summary>Checks the projects in folders; a file that belongs to several of them is checked once.</summary>
    /// <param name="folders">The folders.</param>
    /// <param name="given">What is given beside them.</param>
    /// <param name="cancellation">Stops.</param>
    /// <param name="configuration">The configuration; null for the one that lies in each folder.</param>
    public CheckResult Check(IEnumerable<string> folders, GivenSettings given, CancellationToken cancellation, ToolkitConfiguration? configuration = null)
    {
        var failures = new List<string>();
        var projects = Load(folders, given, configuration, failures, out var isMisused);
        var notes = _fix ? FixOriginals(projects, given, configuration, failures, cancellation) : [];
        var work = projects
            .SelectMany(project => project.Files, (project, file) => new Work(project, file))
            .DistinctBy(item => item.File.FullPath)
            .ToArray();
        Parallel.For(0, work.Length, new ParallelOptions { CancellationToken = cancellation }, i => Check(work[i], cancellation));

        failures.AddRange(work.Select(item => item.Failure).OfType<string>());
        return new CheckResult(
            [.. work.Select(item => item.Result).OfType<CheckedFile>()],
            [.. projects.SelectMany(project => project.Problems, (project, problem) => problem.In(NameOf(project.Folder)).ToString())],
            failures)
        {
            BuildProblems = [.. projects.SelectMany(CheckedProblems)],
            Folders = [.. projects.Select(project => project.Folder)],
            IsMisused = isMisused,
            Notes = [.. projects.Select(project => project.Note).OfType<string>(), .. notes],
            FixedSources = _fixedSources.Count,
        };
    }

    // Compiled code is corrected where it was compiled from, and then it is compiled again.
    private List<string> FixOriginals(
        List<CheckedProject> projects, GivenSettings given, ToolkitConfiguration? configuration, List<string> failures, CancellationToken cancellation)
    {
        var notes = new List<string>();
        for (var i = 0; i < projects.Count; i++)
        {
            var left = new SortedSet<(string File, int Line, string Id)>();
            try
            {
                for (var pass = 0; pass < MostPasses && OriginalFixer.Fix(projects[i], _fixedSources, left, cancellation); pass++)
                {
                    projects[i] = CheckedProject.Load(projects[i].Folder, given, configuration);
                    left.Clear();
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ProjectException)
            {
                failures.Add($"{projects[i].Folder} can't be fixed: {e.Message}");
            }

            notes.AddRange(left.Select(item => $"{NameOf(item.File)}({item.Line}): {item.Id} has a fix, which can't be made here: the compiler has changed the line. Correct it by hand."));
        }

        return notes;
    }

    private IEnumerable<CheckedProblem> CheckedProblems(CheckedProject project) =>
        from known in ProblemFingerprints.Of(project.BuildProblems)
        let file = ProblemFingerprints.FileOf(known.Problem, project.Folder)
        select new CheckedProblem(NameOf(file), known.Problem, file, known.Fingerprint);

    private static List<CheckedProject> Load(
        IEnumerable<string> folders, GivenSettings given, ToolkitConfiguration? configuration, List<string> failures, out bool isMisused)
    {
        var projects = new List<CheckedProject>();
        isMisused = false;
        foreach (var folder in folders.DistinctBy(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))))
        {
            try
            {
                projects.Add(CheckedProject.Load(folder, given, configuration));
            }
            catch (ProjectException e)
            {
                failures.Add(e.Message);
                isMisused |= e.IsNoProject;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                failures.Add($"{folder}: {e.Message}");
            }
        }

        return projects;
    }

    private void Check(Work work, CancellationToken cancellation)
    {
        var name = NameOf(work.File.FullPath);
        try
        {
            work.Result = Check(work, name, cancellation);
        }
        catch (RuleFailedException e)
        {
            work.Failure = e.Message;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            work.Failure = $"{name} can't be read: {e.Message}";
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            work.Failure = $"{name} could not be checked ({e.GetType().Name}: {e.Message}). This is a mistake in Ahoy: please report it with the file.";
        }
    }

    private CheckedFile Check(Work work, string name, CancellationToken cancellation)
    {
        var path = work.File.FullPath;
        var file = new FileContext(work.Project.Sources.Read(work.File), CheckedProject.ToResource(work.File), work.Project.Summary, cancellation, work.Project.Sources);
        var text = file.Text;
        var severities = work.Project.Settings.For(path);
        var isFixed = false;
        var originals = CheckedSources.OriginalsOf(work.Project, work.File);
        if (_fix && originals is null)
        {
            var corrected = BatchFixer.Fix(file, severities, static request => FixCatalog.Offer(request).FirstOrDefault(fix => fix.IsCure));
            isFixed = corrected.Text != text && TryWrite(work, name, corrected.Text);
            file = isFixed ? corrected : file;
        }

        var suppressed = new List<SuppressedFinding>();
        var findings = RuleEngine.Run(file, severities, suppressed);
        var placed = originals is null ? null : OriginalFindings.Of(findings, file.Source, originals);
        suppressed = [.. suppressed.OrderBy(item => item.Finding.Start)];
        var fingerprints = FingerprintsOf(file, findings, suppressed);
        var told = placed is null ? findings : Told(placed, work.Project.Settings, fingerprints);
        return new CheckedFile(
            name,
            file.Source,
            [.. told.Where(finding => finding.Severity >= Severity.Info)],
            [.. suppressed.Where(item => item.Finding.Severity >= Severity.Info)],
            isFixed)
        {
            FullPath = path,
            Context = file,
            Severities = severities,
            Fingerprints = fingerprints,
            Original = placed is null ? null : PlacesOf(originals!, placed),
        };
    }

    // What a map leads to a source has the severity that the settings give it there, and stays the same finding.
    private static List<Finding> Told(IReadOnlyList<(Finding Finding, OriginalSpan? Place)> placed, SettingsSet settings, Dictionary<Finding, string> fingerprints)
    {
        var told = new List<Finding>(placed.Count);
        foreach (var (found, place) in placed)
        {
            if (OriginalFindings.AsSet(found, place, settings.For) is { } finding)
            {
                fingerprints[finding] = fingerprints[found];
                told.Add(finding);
            }
        }

        return told;
    }

    // What is suppressed is numbered by itself: the build does not know of it.
    private static Dictionary<Finding, string> FingerprintsOf(FileContext file, IReadOnlyList<Finding> findings, List<SuppressedFinding> suppressed)
    {
        var name = file.Resource.File;
        var open = findings.Zip(FindingFingerprints.Of(file.Source, name, findings));
        Finding[] excused = [.. suppressed.Select(item => item.Finding)];
        return open
            .Concat(excused.Zip(FindingFingerprints.Of(file.Source, name + " (suppressed)", excused)))
            .ToDictionary(pair => pair.First, pair => pair.Second);
    }

    /// <summary>Leads from compiled code to its source.</summary>
    private Func<int, int, FilePlace?> PlacesOf(OriginalSources originals, IReadOnlyList<(Finding Finding, OriginalSpan? Place)> placed) => (start, end) =>
        (placed.FirstOrDefault(found => found.Finding.Start == start && found.Finding.End == end).Place ?? originals.Find(start, end)) is { } place
            ? FilePlace.Of(NameOf(place.Path), place.Source, place.Start, place.End)
            : null;

    private static bool TryWrite(Work work, string name, string text)
    {
        try
        {
            FileText.Write(work.File.FullPath, text);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            work.Failure = $"{name} can't be fixed: {e.Message}";
            return false;
        }
    }

    private string NameOf(string fullPath)
    {
        var relative = Path.GetRelativePath(_currentFolder, fullPath);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? fullPath : relative).Replace('\\', '/');
    }

    /// <summary>One file to check, and what came of it.</summary>
    private sealed class Work(CheckedProject project, ResourceFile file)
    {
        public CheckedProject Project { get; } = project;

        public ResourceFile File { get; } = file;

        public CheckedFile? Result { get; set; }

        public string? Failure { get; set; }
    }
}
