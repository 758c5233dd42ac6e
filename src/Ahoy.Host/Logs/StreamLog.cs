using System.Buffers;
using System.Text;

namespace Ahoy.Host.Logs;

/// <summary>
/// Writes log lines to a stream, which may be slow: lines are formatted where they arise and written by a thread of its own, many
/// at once. Where more gathers than the stream takes, lines are dropped and counted: a full pipe stops no request.
/// </summary>
internal sealed class StreamLog : ILogSink, IDisposable
{
    private const int MaxGathered = 4 * 1024 * 1024;

    private readonly Stream _stream;
    private readonly ILogFormatter _formatter;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _gathered = new(0);
    private readonly Thread _writer;
    private ArrayBufferWriter<byte> _front = new(16 * 1024);
    private ArrayBufferWriter<byte> _back = new(16 * 1024);
    private bool _isSignalled;
    private bool _isDisposed;
    private int _dropped;

    public StreamLog(Stream stream, ILogFormatter formatter, TimeProvider time)
    {
        _stream = stream;
        _formatter = formatter;
        _time = time;
        _writer = new Thread(Run) { IsBackground = true, Name = "log" };
        _writer.Start();
    }

    public void Write(in OutputEntry entry)
    {
        lock (_lock)
        {
            if (HasRoom())
            {
                _formatter.Format(entry, _front);
                Signal();
            }
        }
    }

    public void Write(in RequestEntry entry)
    {
        lock (_lock)
        {
            if (HasRoom())
            {
                _formatter.Format(entry, _front);
                Signal();
            }
        }
    }

    /// <summary>Writes a text as it is, between the lines.</summary>
    public void WriteText(string text)
    {
        lock (_lock)
        {
            Encoding.UTF8.GetBytes(text, _front);
            Signal();
        }
    }

    /// <summary>Writes what has gathered, and stops.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            Signal();
        }

        _writer.Join(TimeSpan.FromSeconds(2));
        _gathered.Dispose();
    }

    private bool HasRoom()
    {
        if (_front.WrittenCount < MaxGathered && !_isDisposed)
        {
            return true;
        }

        _dropped++;
        return false;
    }

    private void Signal()
    {
        if (!_isSignalled)
        {
            _isSignalled = true;
            _gathered.Release();
        }
    }

    private void Run()
    {
        while (true)
        {
            _gathered.Wait();
            int dropped;
            bool isLast;
            lock (_lock)
            {
                _isSignalled = false;
                (_front, _back) = (_back, _front);
                dropped = _dropped;
                _dropped = 0;
                isLast = _isDisposed;
            }

            try
            {
                _stream.Write(_back.WrittenSpan);
                if (dropped > 0)
                {
                    _stream.Write(Encoding.UTF8.GetBytes($"{_time.GetLocalNow():HH:mm:ss} {dropped} log lines were dropped, because they came faster than they could be written.\n"));
                }

                _stream.Flush();
            }
            catch (IOException)
            {
                // Nobody reads any more: the host goes on without its log.
                return;
            }

            _back.ResetWrittenCount();
            if (isLast)
            {
                return;
            }
        }
    }
}
