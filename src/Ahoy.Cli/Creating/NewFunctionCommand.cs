using System.CommandLine;
using System.CommandLine.Completions;
using Ahoy.Cli.Output;
using Ahoy.Model;

namespace Ahoy.Cli.Creating;

/// <summary><c>ahoy new function NAME [--template …]</c>: writes a Function into a project's folder, and the variables that it needs into the environment file.</summary>
internal static class NewFunctionCommand
{
    private const string DefaultTemplate = "blank";

    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "Its path, with or without a leading slash: sms/reply." };
        var template = new Option<string>("--template", "-t")
        {
            Description = "The template to begin with. `ahoy templates` lists them.",
            DefaultValueFactory = _ => DefaultTemplate,
        };
        template.CompletionSources.Add(static _ => FunctionTemplate.All.Select(one => new CompletionItem(one.Name)));
        var folder = new Option<string?>("--cwd") { Description = "The project's folder. The current folder by default." };
        var command = new Command("function", "Writes a Function from a template.") { name, template, folder };
        command.SetAction((parsed, cancellation) => Failures.RunAsync(
            () => WriteAsync(parsed.GetValue(folder) ?? ".", parsed.GetValue(name)!, parsed.GetValue(template)!), cancellation));
        return command;
    }

    /// <summary>Writes a Function, and says what else there is to do.</summary>
    /// <exception cref="UserErrorException">There is no such template, or the path is taken or no path.</exception>
    public static async Task<int> WriteAsync(string projectFolder, string name, string templateName)
    {
        var template = FunctionTemplate.All.FirstOrDefault(one => one.Name == templateName)
            ?? throw new UserErrorException(NoTemplate(templateName));
        var project = Open(projectFolder);
        var path = "/" + name.Trim('/');
        if (PathRule.Validate(ResourceKind.Function, path) is { } problem)
        {
            throw new UserErrorException($"{name}: {problem}. Give another name.");
        }

        var layout = project.Settings.Layout;
        var taken = project.FindResources().FirstOrDefault(resource => resource.Path == path);
        if (taken is not null)
        {
            throw new UserErrorException($"{path} is there already: {taken.File}. Give another name.");
        }

        var file = Path.Combine(FolderOf(layout), path.TrimStart('/') + (template.Visibility.Length == 0 ? "" : $".{template.Visibility}") + ResourcePath.FunctionExtension);
        var full = Path.Combine(layout.ProjectFolder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        await File.WriteAllTextAsync(full, template.Source).ConfigureAwait(false);
        await Console.Out.WriteLineAsync(Path.Combine(projectFolder, file).Replace('\\', '/')).ConfigureAwait(false);
        if (AddVariables(project, template) is [_, ..] added)
        {
            await Console.Error.WriteLineAsync($"Set in {project.Settings.EnvFile}: {string.Join(", ", added)}.").ConfigureAwait(false);
        }

        return ExitCode.Success;
    }

    // Where the compiler of a project in TypeScript looks for sources, JavaScript among them.
    private static string FolderOf(ServiceLayout layout)
    {
        const string Sources = "src/functions";
        if (layout.TypeScript is { } project)
        {
            return Path.GetRelativePath(project.Folder, project.SourcesOf(ResourceKind.Function)).Replace('\\', '/');
        }

        return File.Exists(Path.Combine(layout.ProjectFolder, "tsconfig.json")) && Directory.Exists(Path.Combine(layout.ProjectFolder, Sources))
            ? Sources
            : layout.FunctionsFolder;
    }

    private static string NoTemplate(string name)
    {
        var names = FunctionTemplate.All.Select(one => one.Name).ToList();
        return $"There is no template '{name}'.{(ClosestName.Find(name, names) is { } closest ? $" Did you mean '{closest}'?" : "")} There are {string.Join(", ", names)}.";
    }

    private static ProjectFolder Open(string folder)
    {
        try
        {
            return ProjectFolder.Open(folder, new GivenSettings());
        }
        catch (ProjectException e)
        {
            throw new UserErrorException(e.Message);
        }
    }

    // Those that the file does not have yet, each with what it is.
    private static string[] AddVariables(ProjectFolder project, FunctionTemplate template)
    {
        var file = Path.Combine(project.Settings.Folder, project.Settings.EnvFile);
        var present = project.ReadEnvironment(project.Settings.EnvFile) ?? EnvFile.Empty;
        string[] missing = [.. template.Variables.Keys.Where(name => present.Variables.All(variable => variable.Name != name))];
        if (missing.Length == 0)
        {
            return [];
        }

        var before = File.Exists(file) ? File.ReadAllText(file) : "";
        var separator = before.Length == 0 || before.EndsWith('\n') ? "" : Environment.NewLine;
        File.AppendAllText(file, separator + string.Concat(missing.Select(name => $"# {template.Variables[name]}{Environment.NewLine}{name}={Environment.NewLine}")));
        return missing;
    }
}
