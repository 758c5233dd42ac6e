using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Ahoy.Host.Workers;

/// <summary>Where workers connect to: a Unix domain socket in a folder that only this user can enter.</summary>
/// <remarks>
/// Node can't connect to such a socket on Windows: there it is a port of the loopback address. Wherever it is, a connection counts only
/// with the token that its worker was given.
/// </remarks>
internal sealed class WorkerListener : IDisposable
{
    private readonly string? _folder;
    private readonly Socket _socket;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Socket>> _expected = new();

    public WorkerListener()
    {
        if (OperatingSystem.IsWindows())
        {
            _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            Address = ((IPEndPoint)_socket.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture);
        }
        else
        {
            _folder = Directory.CreateTempSubdirectory("ahoy-").FullName;
            Address = Path.Combine(_folder, "w");
            _socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            _socket.Bind(new UnixDomainSocketEndPoint(Address));
        }

        _socket.Listen(128);
        _ = AcceptAsync();
    }

    /// <summary>What a worker connects to: the path of a socket, or a port.</summary>
    public string Address { get; }

    /// <summary>The connection of the worker that says this token.</summary>
    public Task<Socket> ExpectAsync(string token) =>
        _expected.GetOrAdd(token, _ => new TaskCompletionSource<Socket>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Forget(string token) => _expected.TryRemove(token, out _);

    public void Dispose()
    {
        _socket.Dispose();
        if (_folder is null)
        {
            return;
        }

        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A folder in the temporary folder that is left behind does no harm.
        }
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket connection;
            try
            {
                connection = await _socket.AcceptAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }

            _ = GreetAsync(connection);
        }
    }

    private async Task GreetAsync(Socket connection)
    {
        if (await WorkerGreeting.ReadAsync(connection).ConfigureAwait(false) is { } token
            && _expected.TryRemove(token, out var expected)
            && expected.TrySetResult(connection))
        {
            return;
        }

        connection.Dispose();
    }
}
