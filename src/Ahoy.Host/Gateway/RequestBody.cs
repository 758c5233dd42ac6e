using System.Buffers;
using System.Text;

namespace Ahoy.Host.Gateway;

/// <summary>The body of a request: its bytes, and its fields where it is a form.</summary>
internal sealed class RequestBody
{
    private readonly List<KeyValuePair<string, string>> _fields = [];
    private byte[] _bytes = [];

    public int Length { get; private set; }

    public BodyKind Kind { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>The fields of a form, in their order.</summary>
    public List<KeyValuePair<string, string>> Fields => _fields;

    /// <summary>Reads the body to its end. False where it is longer than the limit.</summary>
    /// <exception cref="BadHttpRequestException">The client sent less than it announced, or sent it too slowly.</exception>
    public async ValueTask<bool> ReadAsync(HttpRequest request, long limit)
    {
        if (request.ContentLength > limit)
        {
            return false;
        }

        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync().ConfigureAwait(false);
            var buffer = result.Buffer;
            if (Length + buffer.Length > limit)
            {
                reader.AdvanceTo(buffer.End);
                return false;
            }

            Append(buffer);
            reader.AdvanceTo(buffer.End);
            if (result.IsCompleted)
            {
                Parse(request.ContentType);
                return true;
            }
        }
    }

    public void Clear()
    {
        Length = 0;
        Kind = BodyKind.None;
        _fields.Clear();
        if (_bytes.Length > 64 * 1024)
        {
            _bytes = [];
        }
    }

    private void Append(in ReadOnlySequence<byte> more)
    {
        var length = (int)more.Length;
        if (_bytes.Length - Length < length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + length));
        }

        more.CopyTo(_bytes.AsSpan(Length));
        Length += length;
    }

    private void Parse(string? contentType)
    {
        Kind = BodyKinds.Of(contentType);
        if (Length == 0)
        {
            Kind = BodyKind.None;
        }
        else if (Kind == BodyKind.Form)
        {
            foreach (var (name, value) in new FormReader(Encoding.UTF8.GetString(Bytes)))
            {
                _fields.Add(new(name, value));
            }
        }
    }
}
