using System.Collections.Concurrent;
using System.Globalization;
using Ahoy.Host.Environments;
using Ahoy.Host.Development;
using Ahoy.Host.Logs;

namespace Ahoy.Host.Offline.Logs;

/// <summary>Where Functions failed last: file and line of the project, for what the simulator says of a webhook that failed.</summary>
internal sealed class ErrorLines
{
    private readonly ConcurrentDictionary<(string Environment, string Path), string> _messages = new();

    /// <summary>Keeps what a Function's error says, until it is asked for.</summary>
    public void Note(in OutputEntry entry) => _messages[(entry.Served.EnvironmentKey, entry.FunctionPath!)] = entry.Message;

    /// <summary>The file and line of a Function's last error; of one without, the file alone.</summary>
    public string? Take(ServedEnvironment served, string functionPath)
    {
        if (_messages.TryRemove((served.EnvironmentKey, functionPath), out var message)
            && StackFrame.Parse(message).FirstOrDefault(f => f.IsOf(served.WorkingFolder)) is { } frame)
        {
            var file = Path.GetRelativePath(served.WorkingFolder, frame.File!).Replace('\\', '/');
            return string.Create(CultureInfo.InvariantCulture, $"{file}:{frame.Line}");
        }

        return served.Build.Resources.FirstOrDefault(r => r.Path == functionPath)?.File;
    }
}
