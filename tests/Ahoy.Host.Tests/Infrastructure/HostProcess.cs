using System.Diagnostics;
using System.Text;
using Ahoy.Host.Commands;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Infrastructure;

/// <summary>The host as a process of its own, as users run it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private HostProcess(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "Ahoy.Host.dll");
        var start = Interruptible.Start("dotnet", ["exec", assembly, .. arguments]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, e) => Append(_output, e.Data);
        _process.ErrorDataReceived += (_, e) => Append(_errors, e.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>What it wrote to standard output by now.</summary>
    public string Output => Read(_output);

    /// <summary>What it wrote to standard error by now.</summary>
    public string Errors => Read(_errors);

    /// <summary>Runs <c>start</c> on a project and waits until it is ready.</summary>
    public static Task<HostProcess> StartAsync(string project, params string[] arguments) =>
        StartAsync(["start", project, "--port", "0", .. arguments], new Dictionary<string, string>());

    /// <summary>Runs <c>start</c> on a project with variables of the machine, and waits until it is ready.</summary>
    public static Task<HostProcess> StartWithAsync(string project, IReadOnlyDictionary<string, string> variables, params string[] arguments) =>
        StartAsync(["start", project, "--port", "0", .. arguments], variables);

    /// <summary>Runs <c>start</c> on a Build's archive and waits until it is ready.</summary>
    public static Task<HostProcess> StartBuildAsync(string archive, IReadOnlyDictionary<string, string> variables, params string[] arguments) =>
        StartAsync(["start", "--build", archive, "--port", "0", .. arguments], variables);

    private static async Task<HostProcess> StartAsync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> variables)
    {
        var host = new HostProcess(arguments, variables);
        await Eventually.HoldsAsync(() => host._process.HasExited || host.Output.Contains(StartBanner.ReadyMark, StringComparison.Ordinal));
        Assert.False(host._process.HasExited, host.Errors);
        var mark = host.Output.IndexOf("url=", StringComparison.Ordinal) + "url=".Length;
        host.Client = new HttpClient { BaseAddress = new Uri(host.Output[mark..].Split(' ')[0]), Timeout = TimeSpan.FromSeconds(60) };
        return host;
    }

    /// <summary>Runs it until its output is what the test waits for.</summary>
    public static async Task<HostProcess> RunUntilAsync(IEnumerable<string> arguments, Func<string, bool> isReached)
    {
        var host = new HostProcess(arguments);
        await Eventually.HoldsAsync(() => host._process.HasExited || isReached(host.Output));
        Assert.False(host._process.HasExited, host.Errors);
        return host;
    }

    /// <summary>Runs it with arguments with which it ends by itself.</summary>
    public static async Task<HostProcess> RunAsync(params string[] arguments)
    {
        var host = new HostProcess(arguments);
        await host.WaitForExitAsync();
        return host;
    }

    /// <summary>Interrupts it, as Ctrl+C does. Not on Windows.</summary>
    public void Interrupt() => RunningProcess.Interrupt(_process.Id);

    public async Task WaitForExitAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static void Append(StringBuilder target, string? line)
    {
        if (line is not null)
        {
            lock (target)
            {
                target.Append(line).Append('\n');
            }
        }
    }

    private static string Read(StringBuilder source)
    {
        lock (source)
        {
            return source.ToString();
        }
    }
}
