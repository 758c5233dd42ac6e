using System.Globalization;

namespace Ahoy.Simulator.Rest.Shapes;

/// <summary>The two ways in which the API writes a time, both in UTC and to the second.</summary>
internal static class ApiDates
{
    /// <summary>As in the oldest product: `Thu, 24 Aug 2023 05:01:45 +0000`.</summary>
    public static string Rfc2822(DateTimeOffset time)
    {
        return time.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
    }

    /// <summary>As in all others: `2023-08-24T05:01:45Z`.</summary>
    public static string Iso8601(DateTimeOffset time)
    {
        return time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    /// <summary>Reads either, and a day alone.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
    }
}
