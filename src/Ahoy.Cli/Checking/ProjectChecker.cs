using Ahoy.Analyzers.Infrastructure;
using Ahoy.Cli.Output;
using Ahoy.CodeFixes.Infrastructure;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>Runs the rules over projects, all files at once.</summary>
internal sealed class ProjectChecker
{
    private readonly bool _fix;
    private readonly string _currentFolder = Directory.GetCurrentDirectory();

    public ProjectChecker(bool fix) => _fix = fix;

    /// <summary>Checks the files of projects.</summary>
    /// <returns>A result for each file, in the order of the projects and, in each, of the files.</returns>
    /// <exception cref="UserErrorException">A file can't be read or, with <c>--fix</c>, written.</exception>
    public IReadOnlyList<CheckedFile> Check(IReadOnlyList<CheckedProject> projects, CancellationToken cancellation)
    {
        var work = projects.SelectMany(project => project.Files.Select(file => (Project: project, File: file))).ToArray();
        var results = new CheckedFile[work.Length];
        try
        {
            Parallel.For(
                0,
                work.Length,
                new ParallelOptions { CancellationToken = cancellation },
                i => results[i] = Check(work[i].Project, work[i].File, cancellation));
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions.FirstOrDefault(inner => inner is UserErrorException) is { } problem)
        {
            throw problem;
        }

        return results;
    }

    private CheckedFile Check(CheckedProject project, ResourceFile resource, CancellationToken cancellation)
    {
        var text = Access(resource, static file => File.ReadAllText(file));
        var file = new FileContext(SourceFile.Parse(text), CheckedProject.ToResource(resource), project.Summary, cancellation);
        var severities = project.Settings.For(resource.FullPath);
        if (_fix)
        {
            file = BatchFixer.Fix(file, severities, static request => FixCatalog.Offer(request).FirstOrDefault(fix => fix.IsCure));
            if (file.Text != text)
            {
                Access(resource, path =>
                {
                    FileText.Write(path, file.Text);
                    return path;
                });
            }
        }

        var findings = RuleEngine.Run(file, severities).Where(finding => finding.Severity >= Severity.Info);
        return new CheckedFile(NameOf(resource.FullPath), file.Source, [.. findings]);
    }

    private static string Access(ResourceFile resource, Func<string, string> action)
    {
        try
        {
            return action(resource.FullPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{resource.File}: {e.Message}", ExitCode.Failed);
        }
    }

    private string NameOf(string fullPath)
    {
        var relative = Path.GetRelativePath(_currentFolder, fullPath);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? fullPath : relative).Replace('\\', '/');
    }
}
