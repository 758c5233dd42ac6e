using System.Globalization;

namespace Ahoy.Model;

/// <summary>What an attribute of TwiML may be set to: a number, one of some words, or several of them.</summary>
public sealed class TwiMLValues
{
    private const string Number = "#";
    private const char List = '*';

    private readonly string[] _words;
    private readonly bool _isNumber;
    private readonly bool _isList;

    private TwiMLValues(string[] words, bool isNumber, bool isList)
    {
        _words = words;
        _isNumber = isNumber;
        _isList = isList;
    }

    /// <summary>The words; none for a number.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>Whether a value is one of these. The case of letters counts nothing, because Twilio takes both in most places.</summary>
    public bool Allows(string value) =>
        _isNumber ? IsNumber(value)
        : _isList ? value.Split([' '], StringSplitOptions.RemoveEmptyEntries).All(IsWord)
        : IsWord(value);

    /// <summary>What there is, as a sentence tells it: <c>dtmf, speech</c>.</summary>
    public override string ToString() => _isNumber ? "a number" : string.Join(", ", _words);

    /// <summary>Reads what the table has: <c>#</c>, <c>a/b</c>, <c>*a/b</c>.</summary>
    internal static TwiMLValues Parse(string text) => text == Number
        ? new TwiMLValues([], isNumber: true, isList: false)
        : new TwiMLValues(text.TrimStart(List).Split('/'), isNumber: false, isList: text[0] == List);

    /// <summary><c>auto</c> is what Gather's time-outs may be, which the types call numbers.</summary>
    private static bool IsNumber(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) || string.Equals(value, "auto", StringComparison.OrdinalIgnoreCase);

    private bool IsWord(string value) => _words.Contains(value, StringComparer.OrdinalIgnoreCase);
}
