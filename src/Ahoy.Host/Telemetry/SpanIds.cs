using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Ahoy.Host.Telemetry;

/// <summary>
/// Gives a span the number that a worker has sent along with a request already. .NET makes that number by itself and has no way to say it, so that this sets the field; a
/// test holds it to the runtime that the host is built for.
/// </summary>
internal static class SpanIds
{
    /// <summary>Sets the number. Where a later runtime has no such field, the span keeps its own, and what was asked is in the same trace without being below it.</summary>
    public static void Set(Activity activity, ActivitySpanId id)
    {
        try
        {
            Field(activity) = id.ToHexString();
        }
        catch (MissingFieldException)
        {
            // As said above.
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_spanId")]
    private static extern ref string? Field(Activity activity);
}
