using System.Text;

namespace Ahoy.Model;

/// <summary>Judges whether a name says that it holds a credential.</summary>
public static class SecretName
{
    private static readonly HashSet<string> s_words = new(StringComparer.Ordinal)
    {
        "token", "secret", "password", "passwd", "pwd", "passphrase", "apikey", "authtoken", "apisecret",
    };

    private static readonly HashSet<string> s_keys = new(StringComparer.Ordinal) { "api", "access", "secret", "private", "auth" };

    /// <summary>
    /// Whether a name ends in such a word: <c>AUTH_TOKEN</c>, <c>slackToken</c>, <c>apiKey</c>. What follows the word changes its
    /// meaning: <c>tokenUrl</c>, <c>passwordField</c>.
    /// </summary>
    public static bool IsSecret(string name)
    {
        var words = WordsOf(name);
        if (words.Count == 0)
        {
            return false;
        }

        var last = words[words.Count - 1];
        return s_words.Contains(last) || (last == "key" && words.Count > 1 && s_keys.Contains(words[words.Count - 2]));
    }

    /// <summary>The words of a name, in lower case: of <c>slackToken</c> and <c>SLACK_TOKEN</c> the same.</summary>
    public static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i])
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord || !char.IsLetter(name[i]))
            {
                Finish();
            }

            if (char.IsLetter(name[i]))
            {
                word.Append(char.ToLowerInvariant(name[i]));
            }
        }

        Finish();
        return words;

        void Finish()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }
}
