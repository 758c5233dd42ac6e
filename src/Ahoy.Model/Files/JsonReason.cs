using System.Text.Json;

namespace Ahoy.Model;

/// <summary>What is wrong with a JSON text, in words for who wrote it.</summary>
public static class JsonReason
{
    private const string Unmapped = " could not be mapped to any .NET member";

    /// <summary>Takes what an exception says for programmers out of its message: the types of .NET, and the place, which whoever asks tells in a way of its own.</summary>
    /// <param name="exception">The exception.</param>
    public static string Of(JsonException exception)
    {
        var reason = exception.Message;
        foreach (var place in (string[])[" Path: ", " LineNumber: "])
        {
            var start = reason.IndexOf(place, StringComparison.Ordinal);
            reason = start > 0 ? reason.Substring(0, start) : reason;
        }

        if (reason.IndexOf(Unmapped, StringComparison.Ordinal) is var end and > 0)
        {
            return $"{reason.Substring(0, end)} is not known.";
        }

        // A value of another type than the one that is meant, or a text that is no Unicode; its path says which.
        return reason.StartsWith("The JSON value could not be converted", StringComparison.Ordinal) ? $"The value of {NameOf(exception.Path)} is of the wrong type, or no text." : reason;
    }

    private static string NameOf(string? path) => path is null or "$" ? "the whole" : $"'{path.Substring(path.StartsWith("$.", StringComparison.Ordinal) ? 2 : 1)}'";
}
