using System.Globalization;

namespace Ahoy.Integrity.Answers;

/// <summary>The header that is on every answer and depends on the time.</summary>
internal static class CommonHeaders
{
    public static bool IsDate(string name) => name.Equals("Date", StringComparison.OrdinalIgnoreCase);

    public static string? Check(Answer answer) =>
        DateTimeOffset.TryParseExact(answer.Header("Date"), "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && Math.Abs((DateTimeOffset.UtcNow - date).TotalMinutes) < 2
            ? null
            : $"its date is '{answer.Header("Date")}'";
}
