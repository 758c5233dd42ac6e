using System.Globalization;
using System.Xml;

namespace Ahoy.Simulator.TwiML;

/// <summary>
/// Reads TwiML. What comes in is not trusted: there are no document types, so no entities but XML's own, nothing is looked up elsewhere, 64 kB and a depth of 50 are
/// the most, and whatever is wrong is an error of the document and never an exception.
/// </summary>
internal static class TwiMLReader
{
    /// <summary>How deep elements may stand in each other.</summary>
    public const int MaximumDepth = 50;

    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        MaxCharactersInDocument = 256 * 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    };

    /// <summary>Reads a document from bytes, in the encoding that it says.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="error">What is wrong with it, with its place.</param>
    /// <returns>The element <c>Response</c>, or null.</returns>
    public static TwiMLElement? Read(ReadOnlyMemory<byte> bytes, out string? error)
    {
        // Functions like to begin their templates with a line break, which XML doesn't have before its declaration.
        var start = 0;
        while (start < bytes.Length && bytes.Span[start] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            start++;
        }

        using var stream = new MemoryStream(bytes[start..].ToArray(), writable: false);
        return Read(() => XmlReader.Create(stream, s_settings), out error);
    }

    /// <summary>Reads a document from a text.</summary>
    public static TwiMLElement? Read(string text, out string? error)
    {
        using var reader = new StringReader(text.TrimStart());
        return Read(() => XmlReader.Create(reader, s_settings), out error);
    }

    private static TwiMLElement? Read(Func<XmlReader> open, out string? error)
    {
        try
        {
            using var xml = open();
            return Read(xml, out error);
        }
        catch (XmlException exception)
        {
            error = exception.Message.Contains("DtdProcessing", StringComparison.Ordinal) ? "A document type (<!DOCTYPE …>) is not allowed." : exception.Message;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or InvalidOperationException)
        {
            // An encoding that there is not, or bytes that are none of it.
            error = exception.Message;
        }

        return null;
    }

    private static TwiMLElement? Read(XmlReader xml, out string? error)
    {
        error = null;
        TwiMLElement? root = null;
        var open = new Stack<TwiMLElement>();
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    if (open.Count == MaximumDepth)
                    {
                        error = $"Elements stand more than {MaximumDepth.ToString(CultureInfo.InvariantCulture)} deep in each other.";
                        return null;
                    }

                    var element = ReadElement(xml);
                    if (open.TryPeek(out var parent))
                    {
                        parent.Children.Add(element);
                    }

                    if (IsSpokenAsAlias(element))
                    {
                        AddText(open, element.Attribute("alias")!);
                    }

                    root ??= element;
                    if (!xml.IsEmptyElement)
                    {
                        open.Push(element);
                    }

                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    AddText(open, xml.Value);
                    break;
            }
        }

        if (root is null || root.Name != "Response")
        {
            error = root is null ? "The document is empty." : $"The document's element is {root.Name}, and not Response.";
            return null;
        }

        return root;
    }

    private static TwiMLElement ReadElement(XmlReader xml)
    {
        var name = xml.Name;
        var line = (xml as IXmlLineInfo)?.LineNumber ?? 0;
        if (!xml.HasAttributes)
        {
            return new TwiMLElement { Name = name, Line = line };
        }

        var attributes = new Dictionary<string, string>(xml.AttributeCount, StringComparer.Ordinal);
        while (xml.MoveToNextAttribute())
        {
            if (xml.Name != "xmlns" && xml.Prefix is not ("xmlns" or "xsi"))
            {
                attributes[xml.Name] = xml.Value;
            }
        }

        xml.MoveToElement();
        return new TwiMLElement { Name = name, Line = line, Attributes = attributes };
    }

    /// <summary>SSML's <c>sub</c>: what is said is its alias, and not what stands in it.</summary>
    private static bool IsSpokenAsAlias(TwiMLElement element) => element.Name == "sub" && element.Attribute("alias") is not null;

    private static void AddText(Stack<TwiMLElement> open, string text)
    {
        if (open.TryPeek(out var innermost))
        {
            innermost.OwnText.Append(text);
        }

        foreach (var element in open)
        {
            element.AllText.Append(text);
            if (IsSpokenAsAlias(element))
            {
                break;
            }
        }
    }
}
