using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Ahoy.Model;

/// <summary>Reads YAML into what <see cref="Json5Reader"/> gives: dictionaries, lists, texts, numbers, truth values and nulls.</summary>
/// <remarks>
/// It reads the parser's events, not the package's tree: a tree is built by recursion without a bound, and a few lines of aliases
/// can make one that fills the memory. Of a key that stands twice, the later counts.
/// </remarks>
internal sealed class YamlReader
{
    private const int MaximumDepth = 100;
    private const int MaximumValues = 1_000_000;
    private const string Merge = "<<";

    private readonly IParser _parser;
    private readonly bool _isTyped;
    private readonly Dictionary<AnchorName, object?> _anchors = [];
    private int _depth;
    private int _values;

    private YamlReader(string text, bool isTyped)
    {
        _parser = new Parser(new StringReader(text));
        _isTyped = isTyped;
    }

    /// <summary>Reads the first document of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isTyped">Whether a plain <c>3000</c> is a number and <c>true</c> a truth value; else each is its text.</param>
    /// <exception cref="YamlException">It is not valid.</exception>
    public static object? Parse(string text, bool isTyped)
    {
        var reader = new YamlReader(text.TrimStart('\uFEFF'), isTyped);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlDotNet.Core.YamlException e)
        {
            throw new YamlException(Math.Max(1, (int)e.Start.Line), (e.InnerException?.Message ?? e.Message).TrimEnd('.'), e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException)
        {
            // What the package's parser throws where a text ends in the middle of something.
            throw reader.Fail("something is not closed");
        }
    }

    private object? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        return _parser.TryConsume<DocumentStart>(out _) ? ReadValue() : null;
    }

    private object? ReadValue()
    {
        if (++_depth > MaximumDepth)
        {
            throw Fail($"values are nested deeper than {MaximumDepth} levels");
        }

        Count(1);
        object? value;
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            value = _anchors.TryGetValue(alias.Value, out var named) ? named : throw Fail($"nothing is named '{alias.Value}'");

            // What an alias stands for counts each time: others copy it.
            Count(Size(value));
        }
        else if (_parser.TryConsume<Scalar>(out var scalar))
        {
            value = Keep(scalar, ValueOf(scalar));
        }
        else if (_parser.TryConsume<SequenceStart>(out var sequence))
        {
            value = Keep(sequence, ReadList());
        }
        else
        {
            value = Keep(_parser.Consume<MappingStart>(), ReadMapping());
        }

        _depth--;
        return value;
    }

    private List<object?> ReadList()
    {
        var list = new List<object?>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            list.Add(ReadValue());
        }

        return list;
    }

    private Dictionary<string, object?> ReadMapping()
    {
        var mapping = new Dictionary<string, object?>(StringComparer.Ordinal);
        var merged = new List<object?>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var key))
            {
                throw Fail("a key must be a text");
            }

            var value = ReadValue();
            if (_isTyped && key.Value == Merge && key.IsPlainImplicit)
            {
                merged.AddRange(value as List<object?> ?? [value]);
            }
            else
            {
                mapping[key.Value] = value;
            }
        }

        foreach (var pair in merged.OfType<Dictionary<string, object?>>().SelectMany(other => other))
        {
            if (!mapping.ContainsKey(pair.Key))
            {
                mapping[pair.Key] = pair.Value;
            }
        }

        return mapping;
    }

    private object? ValueOf(Scalar scalar)
    {
        if (!_isTyped || !scalar.IsPlainImplicit || scalar.Style != ScalarStyle.Plain)
        {
            return scalar.Value;
        }

        return scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => true,
            "false" or "False" or "FALSE" => false,
            var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number) && !double.IsInfinity(number) => number,
            var text => text,
        };
    }

    private object? Keep(NodeEvent node, object? value)
    {
        if (!node.Anchor.IsEmpty)
        {
            _anchors[node.Anchor] = value;
        }

        return value;
    }

    private void Count(int values)
    {
        _values += values;
        if (_values > MaximumValues)
        {
            throw Fail($"there are more than {MaximumValues} values");
        }
    }

    private static int Size(object? value) => value switch
    {
        Dictionary<string, object?> mapping => 1 + mapping.Values.Sum(Size),
        List<object?> list => 1 + list.Sum(Size),
        _ => 1,
    };

    private YamlException Fail(string message) => new(Math.Max(1, (int)(_parser.Current?.Start.Line ?? 0)), message);
}
