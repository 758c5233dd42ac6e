using Ahoy.Analysis.Engine;
using Ahoy.Bundling.Folders;
using Ahoy.Cli.Output;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>The baseline of a run of <c>ahoy check</c>: takes out what it keeps, and brings it up to date.</summary>
internal sealed class KnownFindings
{
    private readonly string _path;
    private readonly bool _isNew;

    private KnownFindings(string file, Baseline baseline, bool isNew)
    {
        File = file;
        Baseline = baseline;
        _path = Path.GetFullPath(file);
        _isNew = isNew;
    }

    /// <summary>The file, as it was named.</summary>
    public string File { get; }

    /// <summary>What it keeps.</summary>
    public Baseline Baseline { get; }

    /// <summary>Reads a baseline.</summary>
    /// <param name="file">The file.</param>
    /// <param name="update">Whether it is to be brought up to date: it need not be there then.</param>
    /// <exception cref="UserErrorException">It can't be used.</exception>
    public static KnownFindings Load(string file, bool update)
    {
        var path = Path.GetFullPath(file);
        try
        {
            return new KnownFindings(file, Baseline.Load(path), isNew: false);
        }
        catch (BaselineException e) when (e.IsMissing && update)
        {
            return new KnownFindings(file, new Baseline(path, []), isNew: true);
        }
        catch (BaselineException e)
        {
            throw new UserErrorException(e.ToLine(file), e.IsMissing ? ExitCode.Usage : ExitCode.Failed);
        }
    }

    /// <summary>A result without what is kept, and with what is kept and gone.</summary>
    public CheckResult Apply(CheckResult result)
    {
        CheckedFile[] files = [.. result.Files.Select(Apply)];
        var problems = result.BuildProblems.Concat(result.KeptProblems).ToLookup(Keeps);
        var compared = result with
        {
            Files = files,
            BuildProblems = [.. problems[false]],
            KeptProblems = [.. problems[true]],
            HasBaseline = true,
        };
        return compared with { Gone = IsWhole(compared) ? [.. GoneOf(compared)] : [] };
    }

    /// <summary>
    /// Brings the file up to date: what is gone is taken out. A file that was not there keeps all that was found. What is new is never added, for
    /// it would be lost without a word.
    /// </summary>
    /// <param name="result">What was found, after <see cref="Apply(CheckResult)"/>.</param>
    /// <returns>What is left to report.</returns>
    /// <exception cref="UserErrorException">It can't be written.</exception>
    public CheckResult Update(CheckResult result)
    {
        if (!IsWhole(result))
        {
            return result with { Failures = [.. result.Failures, $"{File} is left as it is: not everything could be checked"] };
        }

        var gone = result.Gone.Select(item => item.Entry).ToHashSet();
        var updated = new Baseline(_path, _isNew ? EntriesOf(result) : Baseline.Entries.Where(entry => !gone.Contains(entry)));
        try
        {
            WholeFile.Write(_path, file =>
            {
                using var writer = new StreamWriter(file, leaveOpen: true);
                writer.Write(updated.ToText());
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{File} can't be written: {e.Message}", ExitCode.Failed);
        }

        return new KnownFindings(File, updated, isNew: false).Apply(result);
    }

    // Of what was not checked nobody knows whether it is gone.
    private static bool IsWhole(CheckResult result) =>
        result.Failures.Count + result.Problems.Count == 0 && !result.BuildProblems.Any(found => ServiceFolder.IsOfReading(found.Problem));

    private CheckedFile Apply(CheckedFile file)
    {
        var findings = file.Findings.Concat(file.Kept).OrderBy(finding => finding.Start).ToLookup(finding => Baseline.Keeps(file.FullPath, file.Fingerprints[finding]));
        return file with { Findings = [.. findings[false]], Kept = [.. findings[true]] };
    }

    private bool Keeps(CheckedProblem found) =>
        !ServiceFolder.IsOfReading(found.Problem) && Baseline.Keeps(found.FullPath, found.Fingerprint);

    private IEnumerable<(string Path, BaselineEntry Entry)> GoneOf(CheckResult result)
    {
        var there = result.Files.SelectMany(file => file.Kept, (file, finding) => (Baseline.NameOf(file.FullPath), file.Fingerprints[finding]))
            .Concat(result.KeptProblems.Select(found => (Baseline.NameOf(found.FullPath), found.Fingerprint)))
            .ToHashSet();
        return
            from entry in Baseline.Entries
            let path = Baseline.PathOf(entry)
            where !there.Contains((entry.File, entry.Fingerprint)) && result.Folders.Any(folder => IsIn(folder, path))
            select (Path.GetRelativePath(Directory.GetCurrentDirectory(), path).Replace('\\', '/'), entry);
    }

    private IEnumerable<BaselineEntry> EntriesOf(CheckResult result) =>
        result.Files.SelectMany(file => file.Findings, EntryOf)
            .Concat(result.BuildProblems
                .Where(found => !ServiceFolder.IsOfReading(found.Problem))
                .Select(found => new BaselineEntry(Baseline.NameOf(found.FullPath), found.Problem.Id, found.Fingerprint, found.Message)));

    private BaselineEntry EntryOf(CheckedFile file, Finding finding) =>
        new(Baseline.NameOf(file.FullPath), finding.Rule.Id, file.Fingerprints[finding], finding.Message);

    // Another project may lie in the baseline, too, and be no part of this run.
    private static bool IsIn(string folder, string path) =>
        path == folder || path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
