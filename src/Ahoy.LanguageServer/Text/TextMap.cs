using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.LanguageServer.Protocol;

namespace Ahoy.LanguageServer.Text;

/// <summary>
/// Turns offsets of a text into positions of the protocol, and back. Its lines end where the protocol says, and not, as JavaScript's, at U+2028 and U+2029 as well.
/// </summary>
internal sealed class TextMap
{
    private readonly string _text;
    private readonly PositionEncoding _encoding;
    private readonly List<int> _starts = [0];

    public TextMap(string text, PositionEncoding encoding)
    {
        (_text, _encoding) = (text, encoding);
        for (var i = text.AsSpan().IndexOfAny('\r', '\n'); i >= 0; i = Next(text, i))
        {
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                i++;
            }

            _starts.Add(i + 1);
        }
    }

    /// <summary>How many lines it has; an empty text has one.</summary>
    public int LineCount => _starts.Count;

    /// <summary>A position of the protocol.</summary>
    public JsonObject PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, _text.Length);
        var found = _starts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return new JsonObject { ["line"] = line, ["character"] = CharacterOf(line, offset - _starts[line]) };
    }

    /// <summary>A range of the protocol.</summary>
    public JsonObject RangeOf(int start, int end) => new() { ["start"] = PositionOf(start), ["end"] = PositionOf(Math.Max(start, end)) };

    /// <summary>What is written in a line, from 0, without the space around it; of a line that is not there, the last.</summary>
    public JsonObject RangeOfLine(int line)
    {
        line = Math.Clamp(line, 0, _starts.Count - 1);
        var (start, end) = (_starts[line], EndOf(line));
        var written = _text.AsSpan(start, end - start);
        var trimmed = written.TrimStart();
        return RangeOf(start + written.Length - trimmed.Length, start + written.TrimEnd().Length);
    }

    /// <summary>A line of a text that nobody here has.</summary>
    /// <param name="line">The line, from 0.</param>
    /// <param name="length">How much of it; editors take more than there is for all of it.</param>
    public static JsonObject RangeOfUnknownLine(int line, int length = 1000) => new()
    {
        ["start"] = new JsonObject { ["line"] = line, ["character"] = 0 },
        ["end"] = new JsonObject { ["line"] = line, ["character"] = length },
    };

    /// <summary>The offset of a position; one behind the end of its line, or of the text, is that end.</summary>
    /// <exception cref="RequestException">It is no position.</exception>
    public int OffsetOf(JsonElement position)
    {
        if (position.At("line").Number() is not { } line || position.At("character").Number() is not { } character || line < 0 || character < 0)
        {
            throw new RequestException(ErrorCodes.InvalidParams, "A position is missing, or has no line and character.");
        }

        if (line >= _starts.Count)
        {
            return _text.Length;
        }

        var start = _starts[line];
        var end = EndOf(line);
        return _encoding == PositionEncoding.Utf16 ? Math.Min(start + character, end) : Bytes(start, end, character);
    }

    private static int Next(string text, int i)
    {
        var next = text.AsSpan(i + 1).IndexOfAny('\r', '\n');
        return next < 0 ? -1 : i + 1 + next;
    }

    private int EndOf(int line)
    {
        var end = line + 1 < _starts.Count ? _starts[line + 1] : _text.Length;
        while (end > _starts[line] && _text[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return end;
    }

    private int CharacterOf(int line, int column)
    {
        if (_encoding == PositionEncoding.Utf16)
        {
            return column;
        }

        var start = _starts[line];
        return System.Text.Encoding.UTF8.GetByteCount(_text.AsSpan(start, column));
    }

    private int Bytes(int start, int end, int count)
    {
        var offset = start;
        while (offset < end)
        {
            System.Text.Rune.DecodeFromUtf16(_text.AsSpan(offset), out var rune, out var units);
            count -= rune.Utf8SequenceLength;
            if (count < 0)
            {
                break;
            }

            offset += units;
        }

        return offset;
    }
}
