using System.Diagnostics;
using System.Reflection;

namespace Ahoy.Host.Telemetry;

/// <summary>
/// Gives a span the number that a worker has sent along with a request already. .NET makes that number by itself and has no way to say it, so that this sets the field; a
/// test holds it to the runtime that the host is built for.
/// </summary>
internal static class SpanIds
{
    // Not by UnsafeAccessor: Microsoft.Coyote does not rewrite an assembly that has one. Where a later runtime has no such field, the span keeps its own number, and what
    // was asked is in the same trace without being below it.
    private static readonly FieldInfo? s_field = typeof(Activity).GetField("_spanId", BindingFlags.NonPublic | BindingFlags.Instance);

    /// <summary>Sets the number.</summary>
    public static void Set(Activity activity, ActivitySpanId id) => s_field?.SetValue(activity, id.ToHexString());
}
