using System.CommandLine;
using Ahoy.Cli.Output;

namespace Ahoy.Cli.Creating;

/// <summary><c>ahoy import [DIR]</c>: writes the project file of a folder that already is a project of the Serverless Toolkit, and says what it found. Nothing else is changed.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The project's folder. The current folder by default.", DefaultValueFactory = _ => "." };
        var name = new Option<string?>("--name", "-n") { Description = "The project file's name. The Service's name by default." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what it finds, and writes nothing." };
        var source = SourceOption.Create();
        var command = new Command("import", "Writes a project file for a project of the Serverless Toolkit.") { folder, name, dryRun, source };
        command.SetAction((parsed, cancellation) => Failures.RunAsync(
            () => RunAsync(parsed.GetValue(folder)!, parsed.GetValue(name), parsed.GetValue(dryRun), SourceOption.Read(parsed.GetValue(source))), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string? name, bool isDry, SdkSource? source)
    {
        var found = FoundProject.Look(folder);
        if (Directory.EnumerateFiles(found.Folder, "*.??proj").FirstOrDefault() is { } project)
        {
            throw new UserErrorException($"{folder} has a project file already: {Path.GetFileName(project)}. To use Ahoy there: <PackageReference Include=\"Ahoy.Sdk\" Version=\"0.1.0\" PrivateAssets=\"all\" />.");
        }

        foreach (var line in found.Describe())
        {
            await Console.Out.WriteLineAsync(line).ConfigureAwait(false);
        }

        if (isDry)
        {
            return ExitCode.Success;
        }

        var file = (name ?? found.ServiceName) + ".csproj";
        var written = new List<(string File, string Text)> { (file, ProjectFile.Text(source)) };
        if (source is not null && !File.Exists(Path.Combine(found.Folder, SdkSource.FileName)))
        {
            written.Add((SdkSource.FileName, source.ToConfiguration()));
        }

        foreach (var (path, text) in written)
        {
            await File.WriteAllTextAsync(Path.Combine(found.Folder, path), text).ConfigureAwait(false);
        }

        await Console.Out.WriteLineAsync($"Written: {string.Join(", ", written.Select(one => one.File))}. Nothing else was changed.").ConfigureAwait(false);
        foreach (var line in Advice(found, source))
        {
            await Console.Error.WriteLineAsync(line).ConfigureAwait(false);
        }

        return ExitCode.Success;
    }

    private static IEnumerable<string> Advice(FoundProject found, SdkSource? source)
    {
        if (found.LacksIgnores is [_, ..] lacking)
        {
            yield return $"Add to .gitignore what builds write: {string.Join(", ", lacking)}.";
        }

        if (ProjectFile.Advice(source) is { } advice)
        {
            yield return advice;
        }

        yield return $"Next:{Environment.NewLine}  dotnet build{Environment.NewLine}  dotnet run";
    }
}
