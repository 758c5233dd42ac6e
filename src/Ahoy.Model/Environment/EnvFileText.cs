using System.Text;

namespace Ahoy.Model;

/// <summary>The text of an environment file, which is UTF-8, or the one thing that is wrong with it.</summary>
internal static class EnvFileText
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes a file's bytes; null where they are no text, and then <paramref name="error"/> says why.</summary>
    public static string? Decode(byte[] content, out EnvFileError? error)
    {
        error = Utf16(content) ?? Nul(content);
        if (error is not null)
        {
            return null;
        }

        try
        {
            return s_strict.GetString(content);
        }
        catch (DecoderFallbackException e)
        {
            // On some frameworks the index is relative to a block, and negative.
            var line = LineOf(content, Math.Max(e.Index, 0));
            error = new EnvFileError(line, "is no text in UTF-8: save it as UTF-8, and keep binary data in a private Asset");
            return null;
        }
    }

    private static EnvFileError? Utf16(byte[] content) => content.Length >= 2 && (content[0], content[1]) is (0xFF, 0xFE) or (0xFE, 0xFF)
        ? new EnvFileError(1, "is UTF-16, and an environment file is UTF-8: save it as UTF-8")
        : null;

    private static EnvFileError? Nul(byte[] content)
    {
        var index = Array.IndexOf(content, (byte)0);
        return index < 0 ? null : new EnvFileError(LineOf(content, index), "is no text: it has the byte 0; an environment file is UTF-8, with NAME=value in each line");
    }

    private static int LineOf(byte[] content, int index)
    {
        var line = 1;
        for (var i = 0; i < index && i < content.Length; i++)
        {
            line += content[i] == '\n' ? 1 : 0;
        }

        return line;
    }
}
