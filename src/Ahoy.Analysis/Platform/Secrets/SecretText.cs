namespace Ahoy.Analysis.Platform.Secrets;

/// <summary>Judges whether a text is a credential or only stands where one would.</summary>
internal static class SecretText
{
    private const int SidLength = 34;
    private const int TokenLength = 32;
    private const int ShortestSecret = 16;
    private const int LongestSecret = 512;
    private const int FewestCharacters = 6;
    private const int LongestNumber = 4;

    // Bits for each character: a random text of the shortest length has more in nearly every case, words and numbers have less.
    private const double LeastEntropy = 3.0;

    private static readonly char[] s_vowels = ['a', 'e', 'i', 'o', 'u', 'y', 'A', 'E', 'I', 'O', 'U', 'Y'];

    private static readonly string[] s_placeholders =
    [
        "your", "example", "placeholder", "changeme", "change_me", "change-me", "xxxx", "todo", "dummy", "sample",
        "insert", "replace", "redacted", "fake", "mock", "lorem", "foobar", "1234567890", "abcdef", "...", "***",
    ];

    /// <summary>Whether a text is the SID of an account or an API key, and not a placeholder for one.</summary>
    public static bool IsSid(string text) =>
        text.Length == SidLength
        && (text.StartsWith("AC", StringComparison.Ordinal) || text.StartsWith("SK", StringComparison.Ordinal))
        && text.Skip(2).All(IsHex)
        && text.Skip(2).Distinct().Count() >= FewestCharacters;

    /// <summary>Whether a text has the form of an Auth Token, or of the secret of an API key.</summary>
    public static bool IsTwilioSecret(string text) =>
        text.Length == TokenLength
        && text.All(c => IsHex(c) || IsLetter(c))
        && text.Any(IsDigit)
        && text.Distinct().Count() >= FewestCharacters
        && !IsPlaceholder(text);

    /// <summary>Whether a text is as random as credentials are.</summary>
    public static bool IsRandom(string text) =>
        text.Length is >= ShortestSecret and <= LongestSecret
        && text.All(c => c is > ' ' and < '\u007F' and not ('<' or '>' or '{' or '}' or '"' or '\''))
        && text.Any(IsDigit)
        && text.Any(IsLetter)
        && text.IndexOf("://", StringComparison.Ordinal) < 0
        && text[0] is not ('/' or '.' or '+' or '#')
        && !IsAnySid(text)
        && !IsPlaceholder(text)
        && !IsWords(text)
        && EntropyOf(text) >= LeastEntropy;

    private static bool IsAnySid(string text) =>
        text.Length == SidLength && text.Take(2).All(c => c is >= 'A' and <= 'Z') && text.Skip(2).All(IsHex);

    private static bool IsPlaceholder(string text) =>
        s_placeholders.Any(placeholder => text.IndexOf(placeholder, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Whether a text consists of words, with a version or a year: <c>user-access-token-v2</c>, <c>harbour_api_v2010</c>.</summary>
    private static bool IsWords(string text) => text.Split('-', '_', '.', '/', ':', '=').All(part => part.Length <= 4 || IsWord(part) || IsWord(WithoutNumber(part)));

    private static bool IsWord(string part) =>
        part.All(c => c is >= 'a' and <= 'z')
        || part.All(c => c is >= 'A' and <= 'Z')
        || (part[0] is >= 'A' and <= 'Z' && part.Skip(1).All(IsLetter));

    /// <summary>A word without the short number behind it: <c>v</c> of <c>v2010</c>. What has no vowel and is longer than that is no word.</summary>
    private static string WithoutNumber(string part)
    {
        var word = part.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return part.Length - word.Length <= LongestNumber && (word.Length == 1 || word.IndexOfAny(s_vowels) >= 0) ? word : part;
    }

    private static double EntropyOf(string text) => -text
        .GroupBy(c => c)
        .Select(same => (double)same.Count() / text.Length)
        .Sum(share => share * Math.Log(share, 2));

    private static bool IsHex(char c) => IsDigit(c) || c is (>= 'a' and <= 'f') or (>= 'A' and <= 'F');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
