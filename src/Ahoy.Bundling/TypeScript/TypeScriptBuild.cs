using System.ComponentModel;
using System.Text;
using Ahoy.Model;

namespace Ahoy.Bundling.TypeScript;

/// <summary>Compiles the TypeScript of a project where it has changed, and writes the types of the service before.</summary>
public static class TypeScriptBuild
{
    private const string StateName = "typescript.txt";
    private const string BuildInfoName = "typescript.tsbuildinfo";

    /// <summary>The folder for what a compilation needs to know, where no build has one: in the folder for temporary files, of this project alone.</summary>
    /// <param name="projectFolder">The project's folder.</param>
    public static string WorkFolderOf(string projectFolder) => Path.Combine(
        Path.GetTempPath(), $"ahoy-{Environment.UserName}", "typescript-" + ContentHash.Of(Encoding.UTF8.GetBytes(Path.GetFullPath(projectFolder))).Substring(0, 16));

    /// <summary>Compiles. Code with errors leaves the output as it was.</summary>
    /// <param name="settings">The project's settings; those of a project without TypeScript leave nothing to do.</param>
    /// <param name="work">A folder for what the next compilation needs to know, absolute.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What is wrong.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CompilerResult Run(ProjectSettings settings, string work, CancellationToken cancellation = default)
    {
        if (settings.Layout.TypeScript is not { } project)
        {
            return CompilerResult.Nothing;
        }

        if (CompilerMessages.FindObstacle(project) is { } obstacle)
        {
            return new CompilerResult([obstacle], HasCompiled: false);
        }

        try
        {
            var state = CompilerState.Load(Path.Combine(work, StateName));
            if (state.IsCurrent(state.Hash(project, settings)))
            {
                return CompilerResult.Nothing;
            }

            return Compile(project, settings, state, work, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new CompilerResult([CompilerMessages.Fail(project, $"can't be compiled: {e.Message.TrimEnd('.')}")], HasCompiled: false);
        }
    }

    private static CompilerResult Compile(TypeScriptProject project, ProjectSettings settings, CompilerState state, string work, CancellationToken cancellation)
    {
        if (NodeChoice.FindAny(project.Folder) is not { } node)
        {
            return new CompilerResult([CompilerMessages.Fail(project, CompilerMessages.DescribeMissingNode())], HasCompiled: false);
        }

        // Without a compiler nothing is written, the types neither.
        if (project.HasTypeScript && CompilerMessages.IsInstalled(project))
        {
            ServiceTypes.Write(settings);
        }

        Directory.CreateDirectory(work);

        // What the compiler knows of its own output is wrong where somebody has removed that.
        var buildInfo = Path.Combine(work, BuildInfoName);
        if (state.Outputs.Count == 0 || !state.HasOutputs)
        {
            File.Delete(buildInfo);
        }

        var hash = state.Hash(project, settings);
        var answer = Ask(node, project, settings.Runtime, work, buildInfo, cancellation);
        var messages = CompilerMessages.Of(answer, project);
        if (messages.Any(message => message.IsError))
        {
            return new CompilerResult(messages, HasCompiled: true);
        }

        var outputs = CompiledOutput.Complete(project, answer.Files, state.Outputs);
        var others = answer.Files.Where(file => !ProjectPath.IsIn(project.SourceFolder, file) || project.SourceFolder == project.Folder).ToList();
        if (others.SequenceEqual(state.OtherFiles))
        {
            state.Save(hash, others, outputs);
        }
        else
        {
            // What it depends on is known now; whatever changed in between is compiled the next time.
            state.Save(hash, others, outputs);
            var next = CompilerState.Load(Path.Combine(work, StateName));
            next.Save(next.Hash(project, settings), others, outputs);
        }

        return new CompilerResult(messages, HasCompiled: true) { Sizes = answer.Sizes };
    }

    private static CompilerAnswer Ask(string node, TypeScriptProject project, string runtime, string work, string buildInfo, CancellationToken cancellation)
    {
        try
        {
            using var compiler = CompilerProcess.Start(node, project, runtime, work, buildInfo, stays: false);
            return compiler.Compile(cancellation);
        }
        catch (Win32Exception e)
        {
            return CompilerAnswer.OfFailure($"{node}: {e.Message}");
        }
    }
}
