using System.Xml;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.TwiML.Reading;

/// <summary>Reads TwiML that is written as text, in which holes stand for what is put in at run time.</summary>
internal sealed class MarkupReader
{
    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
        MaxCharactersFromEntities = 1024,
    };

    private readonly string _text;
    private readonly Func<int, int, (int Start, int End)> _placeOf;
    private readonly Func<int, Node?> _holeAt;
    private readonly List<int> _lines = [0];

    private MarkupReader(string text, Func<int, int, (int Start, int End)> placeOf, Func<int, Node?> holeAt)
    {
        _text = text;
        _placeOf = placeOf;
        _holeAt = holeAt;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                _lines.Add(i + 1);
            }
        }
    }

    /// <summary>Whether a text begins as TwiML does.</summary>
    public static bool IsTwiML(string text)
    {
        var start = SkipBlanks(text, 0);
        while (start < text.Length && (At(text, start, "<?") || At(text, start, "<!--")))
        {
            var close = text.IndexOf(At(text, start, "<?") ? "?>" : "-->", start, StringComparison.Ordinal);
            start = close < 0 ? text.Length : SkipBlanks(text, text.IndexOf('>', close) + 1);
        }

        return At(text, start, "<Response") && start + "<Response".Length < text.Length
            && (text[start + "<Response".Length] is '>' or '/' || char.IsWhiteSpace(text[start + "<Response".Length]));
    }

    /// <summary>Whether a text begins with an element of TwiML other than the root: a part that something else puts together.</summary>
    public static bool IsPart(string text)
    {
        var start = SkipBlanks(text, 0);
        var end = start + 1;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return At(text, start, "<") && text.Substring(start + 1, Math.Max(0, end - start - 1)) is { Length: > 0 } tag
            && (TwiMLSchema.Voice.Allows(TwiMLSchema.Root, tag) || TwiMLSchema.Message.Allows(TwiMLSchema.Root, tag));
    }

    /// <summary>Reads a text; null where it is no TwiML, or not well-formed as far as it is known.</summary>
    /// <param name="text">The text.</param>
    /// <param name="placeOf">Where a part of it stands in the source.</param>
    /// <param name="holeAt">The expression that a hole stands for.</param>
    public static TwiMLElement? Read(string text, Func<int, int, (int Start, int End)> placeOf, Func<int, Node?> holeAt)
    {
        if (!IsTwiML(text))
        {
            return null;
        }

        var start = SkipBlanks(text, 0);
        var markup = new MarkupReader(text.Substring(start), (from, to) => placeOf(from + start, to + start), index => holeAt(index + start));
        try
        {
            using var reader = XmlReader.Create(new StringReader(markup._text), s_settings);
            return reader.MoveToContent() == XmlNodeType.Element && reader.Name == TwiMLSchema.Root ? markup.ReadElement(reader, parent: null) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private TwiMLElement ReadElement(XmlReader reader, string? parent)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var tag = reader.Name;
        var (start, end) = Place(reader, tag.Length);
        var attributes = ReadAttributes(reader);
        var children = new List<TwiMLElement>();
        var unknown = new List<int>();
        TwiMLValue? text = null;
        if (!reader.IsEmptyElement)
        {
            while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        children.Add(ReadElement(reader, tag));
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA:
                        if (reader.Value.IndexOf(TwiMLValue.Hole) >= 0)
                        {
                            unknown.Add(children.Count);
                        }

                        text ??= ReadText(reader);
                        break;
                }
            }
        }

        return new TwiMLElement
        {
            Tag = tag,
            ParentTag = parent,
            Start = start,
            End = end,
            Attributes = attributes,
            Text = text,
            Children = children,
            UnknownChildren = unknown,
        };
    }

    private List<TwiMLAttribute> ReadAttributes(XmlReader reader)
    {
        var attributes = new List<TwiMLAttribute>();
        while (reader.MoveToNextAttribute())
        {
            var name = reader.Name;
            var (start, end) = Place(reader, name.Length);
            var value = reader.Value;
            var offset = reader.ReadAttributeValue() ? Offset(reader) : Offset(reader) + name.Length;
            attributes.Add(new TwiMLAttribute(name, start, end, Value(value, offset)));
        }

        reader.MoveToElement();
        return attributes;
    }

    /// <summary>The text without the white space around it, as Twilio takes addresses.</summary>
    private TwiMLValue ReadText(XmlReader reader)
    {
        var value = reader.Value;
        var offset = Offset(reader);
        var blanks = SkipBlanks(value, 0);
        return Value(value.Trim(), blanks < value.Length ? offset + blanks : offset);
    }

    /// <summary>A value that stands at an offset of the text; entities in it make it shorter than it is written.</summary>
    private TwiMLValue Value(string value, int offset)
    {
        var last = Math.Min(offset + value.Length, _text.Length);
        var (start, end) = value.Length == 0 ? Empty(offset) : _placeOf(offset, last);
        return TwiMLValue.Of(value, start, end, index => _holeAt(offset + index));
    }

    private (int Start, int End) Empty(int offset)
    {
        var place = _placeOf(Math.Max(0, Math.Min(offset, _text.Length) - 1), Math.Max(1, Math.Min(offset, _text.Length)));
        return (place.End, place.End);
    }

    private (int Start, int End) Place(XmlReader reader, int length)
    {
        var offset = Offset(reader);
        return _placeOf(offset, Math.Min(offset + length, _text.Length));
    }

    private int Offset(XmlReader reader)
    {
        var info = (IXmlLineInfo)reader;
        return Math.Min(_lines[Math.Min(info.LineNumber, _lines.Count) - 1] + info.LinePosition - 1, _text.Length - 1);
    }

    private static bool At(string text, int index, string token) => string.CompareOrdinal(text, index, token, 0, token.Length) == 0;

    private static int SkipBlanks(string text, int index)
    {
        while (index < text.Length && char.IsWhiteSpace(text[index]))
        {
            index++;
        }

        return index;
    }
}
