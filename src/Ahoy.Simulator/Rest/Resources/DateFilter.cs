using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Shapes;

namespace Ahoy.Simulator.Rest.Resources;

/// <summary>Filters of lists by date: `StartTime` is that day, `StartTime&lt;` up to it, `StartTime&gt;` from it on. A time counts to the second, a day as a whole.</summary>
internal static class DateFilter
{
    internal static bool Matches(RestCall call, string parameter, DateTimeOffset? date)
    {
        return Compare(call.Parameters[parameter], date, (time, from, to) => time >= from && time < to)
            && Compare(call.Parameters[$"{parameter}<"], date, (time, _, to) => time < to)
            && Compare(call.Parameters[$"{parameter}>"], date, (time, from, _) => time >= from);
    }

    private static bool Compare(string? text, DateTimeOffset? date, Func<DateTimeOffset, DateTimeOffset, DateTimeOffset, bool> matches)
    {
        if (ApiDates.Parse(text) is not { } from)
        {
            return true;
        }

        var to = text!.Contains(':', StringComparison.Ordinal) ? from.AddSeconds(1) : from.AddDays(1);
        return date is { } time && matches(time, from, to);
    }
}
