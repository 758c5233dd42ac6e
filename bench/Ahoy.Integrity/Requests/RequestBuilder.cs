using System.Globalization;
using System.Text;

namespace Ahoy.Integrity.Requests;

/// <summary>Puts a request together as it is sent, and counts what the platform's limits count.</summary>
internal sealed class RequestBuilder
{
    private readonly StringBuilder _head = new();
    private readonly string _target;

    public RequestBuilder(string method, string target, string host)
    {
        _target = target;
        _head.Append(CultureInfo.InvariantCulture, $"{method} {target} HTTP/1.1\r\n");
        Add("Host", host);
    }

    /// <summary>How many headers there are; each cookie counts as one.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes of all names and values.</summary>
    public int Bytes { get; private set; }

    /// <summary>What of the size of the whole request is not its body.</summary>
    public int SizeWithoutBody => Bytes + _target.Length;

    /// <summary>The headers that a Function sees, in their order.</summary>
    public List<(string Name, string Value)> Seen { get; } = [];

    public void Add(string name, string value, int count = 1)
    {
        _head.Append(name).Append(": ").Append(value).Append("\r\n");
        Count += count;
        Bytes += name.Length + value.Length;
        if (name is not ("Host" or "Connection" or "Transfer-Encoding" or "X-Forwarded-For"))
        {
            Seen.Add((name.ToLowerInvariant(), value));
        }
    }

    /// <summary>The head as bytes.</summary>
    public byte[] ToHead() => Encoding.Latin1.GetBytes(_head + "\r\n");
}
