using System.Diagnostics;
using System.Globalization;

namespace Ahoy.Host.Workers;

/// <summary>
/// Sees to it that no worker outlives the host, even where the host is killed and the worker is busy in an endless loop, in which
/// Node does not notice that its connection has ended.
/// </summary>
/// <remarks>
/// A shell reads the numbers of the processes from the host; when that pipe ends, because the host has, it kills those that are
/// left. It ignores the signals that a terminal sends to the whole group. On Windows the workers' connection alone ends them.
/// </remarks>
internal sealed class ProcessGuard : IDisposable
{
    private const string Script = """
        trap '' INT TERM HUP
        all=' '
        while read -r sign id; do
          case $sign in
            +) all="$all$id " ;;
            -) all="${all%% $id *} ${all#* $id }" ;;
          esac
        done
        [ "$all" = ' ' ] || kill -KILL $all 2>/dev/null
        """;

    private readonly Lock _lock = new();
    private Process? _shell;
    private bool _isDisposed;

    /// <summary>Watches over a process until it ends.</summary>
    public void Add(WorkerProcess process)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var id = process.Id;
        Tell('+', id);
        _ = ForgetAsync(process, id);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _shell?.StandardInput.Dispose();
            _shell?.Dispose();
        }
    }

    private async Task ForgetAsync(WorkerProcess process, int id)
    {
        await process.Exited.ConfigureAwait(false);
        Tell('-', id);
    }

    private void Tell(char sign, int id)
    {
        lock (_lock)
        {
            if (_isDisposed)
            {
                return;
            }

            try
            {
                _shell ??= Start();
                _shell?.StandardInput.Write(string.Create(CultureInfo.InvariantCulture, $"{sign} {id}\n"));
                _shell?.StandardInput.Flush();
            }
            catch (Exception e) when (e is IOException or InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                // Without a shell the workers still end with their connection, unless they are busy.
            }
        }
    }

    private static Process? Start()
    {
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false, RedirectStandardInput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Script);
        start.Environment.Clear();
        return Process.Start(start);
    }
}
