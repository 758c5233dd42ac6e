using System.Text.RegularExpressions;
using Ahoy.TestSupport;
using Ahoy.TestSupport.Guides;

namespace Ahoy.EndToEnd.Tests.Guides;

/// <summary>Somebody who follows a guide: folders of their own, a terminal, and what serves in a second one.</summary>
internal sealed class GuideSession : IAsyncDisposable
{
    private readonly TempFolder _home;
    private readonly Dictionary<string, string?> _environment;
    private readonly GuideAddresses _addresses = new();
    private readonly Dictionary<string, RunningProcess> _servers = [];
    private string _folder;

    public GuideSession(SdkPackage package)
    {
        _home = new TempFolder();
        _folder = NewFolder("start");
        _home.Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="ahoy" value="{package.Packages}" /></packageSources>
            </configuration>
            """);
        _environment = GuideEnvironment.Of(_home, package);
    }

    /// <summary>Goes on in another folder, which is empty, and ends what serves in this one.</summary>
    public async Task EnterAsync(string name)
    {
        await StopAsync();
        _folder = NewFolder(name);
    }

    /// <summary>Goes on in a folder of the repository.</summary>
    public void EnterRepository(string folder) => _folder = Repository.Combine(folder);

    /// <summary>Writes a file.</summary>
    public void Write(string file, string content)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    /// <summary>Runs a command; one that serves goes on running once it is ready.</summary>
    /// <returns>The exit code, 0 of one that serves; and what it has written, with the addresses that the guide has.</returns>
    public async Task<(int ExitCode, string Output)> RunAsync(GuideCommand command)
    {
        if (ChangedFolder(command.Text) is { } folder)
        {
            _folder = folder;
            return (0, "");
        }

        return command.Serves ? await StartAsync(command.Text) : await RunToEndAsync(command.Text);
    }

    /// <summary>Waits until what serves has written lines.</summary>
    public async Task WaitForLogAsync(string shown)
    {
        var server = _servers.Values.Last();
        await server.WaitForAsync(output => ShownText.Has(shown, Told(output)), TimeSpan.FromSeconds(20), $"what the guide shows:\n{shown}");
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _home.Dispose();
    }

    private string NewFolder(string name) => Directory.CreateDirectory(_home.Combine(Path.Combine("work", name))).FullName;

    private string? ChangedFolder(string command) => command.StartsWith("cd ", StringComparison.Ordinal) ? Path.GetFullPath(Path.Combine(_folder, command[3..])) : null;

    private async Task<(int, string)> RunToEndAsync(string command)
    {
        var result = await ProcessRunner.RunAsync(
            "bash", ["-c", $"{{ {_addresses.Real(GuideCommandLine.Of(command))}\n}} 2>&1"], _folder, _environment, Dotnet.Timeout, TestContext.Current.CancellationToken);
        return (result.ExitCode, Told(result.Output));
    }

    private async Task<(int, string)> StartAsync(string command)
    {
        var kind = command.StartsWith("ahoy serve", StringComparison.Ordinal) ? "serve" : "start";
        if (_servers.Remove(kind, out var former))
        {
            await former.DisposeAsync();
        }

        var server = RunningProcess.Start("bash", ["-c", $"exec {GuideCommandLine.OfServer(_addresses.Real(command))}"], _folder, _environment);
        _servers[kind] = server;
        try
        {
            var ready = await server.WaitForLineAsync("ahoy: ready ", TimeSpan.FromMinutes(4));
            _addresses.Learn(ready);
            if (_addresses.Api is { } api)
            {
                _environment["AHOY_HOST_URL"] = api;
                _environment["AhoyHostUrl"] = api;
            }

            return (0, Told(server.Output));
        }
        catch (TimeoutException)
        {
            // It has ended by itself, and said why; one that hangs is ended with the session.
            var exitCode = await server.WaitForExitAsync(TimeSpan.FromSeconds(30));
            _servers.Remove(kind);
            await server.DisposeAsync();
            return (exitCode, Told(server.Output));
        }
    }

    /// <summary>What was written, as somebody with the guide's folders and ports would read it. The Node of this machine is no matter of guides.</summary>
    private string Told(string output) => string.Join('\n', _addresses.Told(output)
        .Replace(_home.Combine("home"), "/home/ada", StringComparison.Ordinal)
        .Replace(_home.Combine("work"), "/home/ada", StringComparison.Ordinal)
        .Replace(_home.Path, "/home/ada", StringComparison.Ordinal)
        .Split('\n').Where(line => !Regex.IsMatch(line, "AHOY5019|^ahoy: ready |^npm (notice|warn)")));

    private async Task StopAsync()
    {
        foreach (var server in _servers.Values)
        {
            await server.DisposeAsync();
        }

        _servers.Clear();
    }
}
