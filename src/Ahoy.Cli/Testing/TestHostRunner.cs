using Ahoy.Bundling.Output;
using Ahoy.Cli.Checking;
using Ahoy.Host.Commands;
using Ahoy.Host.Offline;
using Ahoy.JavaScript;
using Ahoy.Model;

namespace Ahoy.Cli.Testing;

/// <summary>Serves what a test process asks for, as <c>dotnet run</c> does, once the checks of the build have passed.</summary>
internal sealed class TestHostRunner(TestHostSettings settings, TimeProvider time)
{
    /// <summary>Serves until it is cancelled.</summary>
    /// <returns>0, or 1 where it could not start; standard error says why.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        StartSettings start;
        try
        {
            start = await FindAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TestHostException or ProjectException)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return 1;
        }

        return await new StartRunner(
            start with
            {
                Port = 0,
                Offline = new OfflineSettings(0, settings.Strict),
                EnvFile = settings.EnvFile ?? start.EnvFile,
                Node = settings.Node ?? start.Node,
                Variables = settings.Variables ?? start.Variables,
                IsLive = false,
                IsAnnounced = false,
                Page = null,
            },
            time).RunAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<StartSettings> FindAsync(CancellationToken cancellation)
    {
        var path = settings.Path;
        if (path.EndsWith(BuildReader.ArchiveExtension, StringComparison.Ordinal))
        {
            return new StartSettings { Folder = Path.GetDirectoryName(path)!, Build = path };
        }

        var isFile = File.Exists(path);
        if (!isFile && !Directory.Exists(path))
        {
            throw new TestHostException($"{path}: there is no such folder, project file or Build ({BuildReader.ArchiveExtension}).");
        }

        var folder = isFile ? Path.GetDirectoryName(path)! : path;
        if (BuiltProject.Find(folder, isFile ? path : null) is { } project)
        {
            await project.EnsureBuiltAsync(cancellation).ConfigureAwait(false);
            return project.ReadStart();
        }

        return isFile ? throw new TestHostException($"{path}: that is no project of Ahoy.Sdk, and no Build ({BuildReader.ArchiveExtension}).") : Check(folder);
    }

    // Without a project file nothing was built, and what a build would refuse is refused here.
    private static StartSettings Check(string folder)
    {
        var project = CheckedProject.Load(folder, new GivenSettings { IsOfStart = true });
        List<string> lines =
        [
            .. project.Problems.Select(problem => problem.In(folder).ToString()),
            .. project.BuildProblems.Where(problem => problem.Severity == Severity.Error).Select(problem => FormattableString.Invariant(
                $"{Path.Combine(folder, problem.File ?? ".")}{(problem.Line > 0 ? $"({problem.Line})" : "")}: error {problem.Id}: {problem.Message.TrimEnd('.')}.")),
        ];
        foreach (var file in project.Files)
        {
            var source = project.Sources.Read(file);
            if (source.Errors.FirstOrDefault(error => error.Code != SyntaxErrorCode.AwaitOutsideAsync) is { } error)
            {
                var place = source.Lines.PositionOf(error.Start);
                lines.Add(FormattableString.Invariant($"{file.FullPath}({place.Line + 1},{place.Column + 1}): error AHOY0001: {error.Message} The runtime can't load this file: every request would fail with status 500."));
            }
        }

        return lines.Count == 0 ? new StartSettings { Folder = folder } : throw new TestHostException(string.Join(Environment.NewLine, lines.Distinct()));
    }
}
