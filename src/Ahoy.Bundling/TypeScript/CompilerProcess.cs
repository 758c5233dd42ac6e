using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Ahoy.Model;

namespace Ahoy.Bundling.TypeScript;

/// <summary>
/// A Node that runs the project's own compiler (<c>compiler.cjs</c>). It can be asked again and again: what has not changed since is not read and not checked again.
/// </summary>
internal sealed class CompilerProcess : IDisposable
{
    private const string ScriptName = "compiler.cjs";
    private const int KeptErrors = 20;

    private readonly Process _process;
    private readonly List<string> _errors = [];

    private CompilerProcess(Process process) => _process = process;

    /// <summary>Starts one.</summary>
    /// <param name="node">The Node.</param>
    /// <param name="project">What it is to compile.</param>
    /// <param name="runtime">What it is compiled for: <c>node22</c>.</param>
    /// <param name="work">A folder for files of its own, absolute.</param>
    /// <param name="buildInfo">The file that keeps what is known for the next process.</param>
    /// <param name="stays">Whether it will be asked again and again.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">Node can't be started.</exception>
    public static CompilerProcess Start(string node, TypeScriptProject project, string runtime, string work, string buildInfo, bool stays)
    {
        Directory.CreateDirectory(work);
        var script = Path.Combine(work, ScriptName);
        AtomicFile.Write(script, ReadScript());
        var process = new Process
        {
            StartInfo = new ProcessStartInfo
            {
                FileName = node,
                Arguments = $"\"{script}\"",
                WorkingDirectory = project.Folder,
                UseShellExecute = false,
                CreateNoWindow = true,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            },
        };
        var started = new CompilerProcess(process);
        process.ErrorDataReceived += (_, line) => started.KeepError(line.Data);
        process.Start();
        process.BeginErrorReadLine();
        started.Send(new JsonObject
        {
            ["folder"] = project.Folder,
            ["configuration"] = project.Configuration,
            ["root"] = project.Root,
            ["output"] = project.Output,
            ["work"] = work,
            ["buildInfo"] = buildInfo,
            ["stays"] = stays,
            ["compiles"] = project.HasTypeScript,
            ["bundle"] = project.Bundles,
            ["functions"] = project.SourcesOf(ResourceKind.Function),
            ["assets"] = project.SourcesOf(ResourceKind.Asset),
            ["target"] = NodeRuntime.MajorVersion(runtime) is { } major ? FormattableString.Invariant($"node{major}") : "node20",
            ["externals"] = Texts([PlatformModules.Twilio, PlatformModules.Twilio + "/*", PlatformModules.RuntimeHandler, PlatformModules.RuntimeHandler + "/*", PlatformModules.Lodash, PlatformModules.Lodash + "/*"]),
        }.ToJsonString());
        return started;
    }

    /// <summary>Compiles the project as it stands now.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; the process is at its end.</exception>
    public CompilerAnswer Compile(CancellationToken cancellation)
    {
        using var kill = cancellation.Register(() => ProcessTree.Kill(_process));
        Send("compile");
        var line = _process.StandardOutput.ReadLine();
        cancellation.ThrowIfCancellationRequested();
        return line is null ? CompilerAnswer.OfFailure(Reason()) : CompilerAnswer.Parse(line);
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        ProcessTree.Kill(_process);
        _process.Dispose();
    }

    // ASCII alone (the serializer escapes the rest), whatever the encoding of the stream is.
    private void Send(string line)
    {
        try
        {
            _process.StandardInput.WriteLine(line);
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It has ended: the answer that does not come says so.
        }
    }

    // Written node by node: a program that is compiled ahead of time knows no type by its name.
    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]);

    private void KeepError(string? line)
    {
        lock (_errors)
        {
            if (!string.IsNullOrWhiteSpace(line) && _errors.Count < KeptErrors)
            {
                _errors.Add(line!.Trim());
            }
        }
    }

    private string Reason()
    {
        _process.WaitForExit();
        lock (_errors)
        {
            return _errors.Count > 0
                ? string.Join(" ", _errors)
                : FormattableString.Invariant($"Node ended with the exit code {_process.ExitCode}");
        }
    }

    private static byte[] ReadScript()
    {
        using var stream = typeof(CompilerProcess).Assembly.GetManifestResourceStream("Ahoy.Bundling.TypeScript." + ScriptName)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
