namespace Ahoy.JavaScript.Parsing.RegularExpressions;

/// <summary>Checks the syntax of a regular expression literal as ECMAScript 2025 does, Annex B included.</summary>
internal static class RegExpValidator
{
    /// <summary>
    /// Checks the literal <c>/pattern/flags</c> that stands in <paramref name="text"/>: the pattern from
    /// <paramref name="patternStart"/> up to <paramref name="patternEnd"/> (the closing slash), and its flags after that slash.
    /// </summary>
    /// <param name="text">The text that holds the literal.</param>
    /// <param name="patternStart">The index of the pattern's first character in <paramref name="text"/>.</param>
    /// <param name="patternEnd">The index after the pattern's last character: that of the closing slash.</param>
    /// <param name="flags">The flags after the closing slash, as they are written.</param>
    /// <param name="errorOffset">Where the first error is, an index in <paramref name="text"/>.</param>
    /// <param name="message">What is wrong there; empty when the literal is valid.</param>
    /// <returns>Whether the literal is valid.</returns>
    public static bool TryValidate(string text, int patternStart, int patternEnd, string flags, out int errorOffset, out string message)
    {
        if (!RegExpFlagsParser.TryParse(flags, out var parsed, out var flagIndex, out message))
        {
            errorOffset = patternEnd + 1 + flagIndex;
            return false;
        }

        var validator = new PatternValidator(text, patternStart, patternEnd, parsed);
        if (validator.Validate())
        {
            errorOffset = -1;
            message = "";
            return true;
        }

        errorOffset = validator.ErrorOffset;
        message = validator.ErrorMessage;
        return false;
    }
}
