using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text.Json;

namespace Ahoy.Host.Workers;

/// <summary>The first frame of a worker, which says by its token which one it is.</summary>
internal static class WorkerGreeting
{
    private const int MaxLength = 1024;

    /// <summary>Reads it; null where something else came.</summary>
    public static async Task<string?> ReadAsync(Socket connection)
    {
        try
        {
            var header = new byte[WorkerFrames.HeaderLength];
            if (!await ReadExactlyAsync(connection, header).ConfigureAwait(false))
            {
                return null;
            }

            var length = BinaryPrimitives.ReadInt32LittleEndian(header) - 1;
            if (length is < 1 or > MaxLength || header[4] != WorkerFrames.FromWorker.Hello)
            {
                return null;
            }

            var content = new byte[length];
            if (!await ReadExactlyAsync(connection, content).ConfigureAwait(false))
            {
                return null;
            }

            using var json = JsonDocument.Parse(content);
            return json.RootElement.GetProperty("token").GetString();
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static async Task<bool> ReadExactlyAsync(Socket connection, Memory<byte> target)
    {
        while (target.Length > 0)
        {
            var count = await connection.ReceiveAsync(target).ConfigureAwait(false);
            if (count == 0)
            {
                return false;
            }

            target = target[count..];
        }

        return true;
    }
}
