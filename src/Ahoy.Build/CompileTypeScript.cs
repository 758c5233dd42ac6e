using System.Globalization;
using Ahoy.Bundling;
using Ahoy.Bundling.TypeScript;
using Ahoy.Model;
using Microsoft.Build.Framework;

namespace Ahoy.Build;

/// <summary>Compiles the TypeScript of a service with the project's own compiler, where it has changed. Page: Using TypeScript.</summary>
public sealed class CompileTypeScript : ResourceTask, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>A folder for what the next build needs to know.</summary>
    [Required]
    public string WorkFolder { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            var result = TypeScriptBuild.Run(Counted, Path.GetFullPath(Path.Combine(ProjectFolder, WorkFolder)), _cancellation.Token);
            foreach (var message in result.Messages)
            {
                Report(message);
            }

            foreach (var (file, bytes, packages) in result.Sizes.OrderByDescending(size => size.Bytes))
            {
                Log.LogMessage(MessageImportance.High, string.Format(
                    CultureInfo.InvariantCulture, "  {0}: {1:0.0} kB{2}", ProjectPath.Relative(ProjectFolder, file), bytes / 1000.0, packages > 0 ? string.Format(CultureInfo.InvariantCulture, ", {0:0.0} kB of it packages", packages / 1000.0) : ""));
            }

            return !Log.HasLoggedErrors;
        }
        catch (OperationCanceledException)
        {
            Log.LogMessage(MessageImportance.High, "The compiler was stopped: the next build compiles again.");
            return false;
        }
    }

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _cancellation.Dispose();

    private void Report(CompilerMessage message)
    {
        var page = message.Id.StartsWith("AHOY", StringComparison.Ordinal) ? RuleDocumentation.PageOf(message.Id) : null;
        if (message.IsError)
        {
            Log.LogError(null, message.Id, null, page, message.File ?? ProjectFile, message.Line, message.Column, message.EndLine, message.EndColumn, message.Text);
        }
        else
        {
            Log.LogWarning(null, message.Id, null, page, message.File ?? ProjectFile, message.Line, message.Column, message.EndLine, message.EndColumn, message.Text);
        }
    }
}
