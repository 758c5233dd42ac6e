using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Ahoy.Host.Gateway;

/// <summary>The part of an Asset that a client asks for. Several parts at once are answered with the whole, as the standard allows.</summary>
/// <param name="Start">The first byte.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="IsSatisfiable">Whether the Asset has any of it.</param>
internal readonly record struct AssetRange(long Start, long Length, bool IsSatisfiable)
{
    /// <summary>Reads the request's headers; null where the whole is to be sent.</summary>
    public static AssetRange? Of(IHeaderDictionary headers, string tag, long size)
    {
        if (headers.Range.Count != 1
            || !RangeHeaderValue.TryParse(headers.Range.ToString(), out var parsed)
            || parsed.Unit != "bytes"
            || parsed.Ranges.Count != 1
            || (headers.IfRange.Count > 0 && headers.IfRange.ToString() != tag))
        {
            return null;
        }

        var range = parsed.Ranges.First();
        if (range.From is not { } from)
        {
            // The last bytes: `bytes=-500`.
            var length = Math.Min(range.To!.Value, size);
            return new AssetRange(size - length, length, length > 0);
        }

        if (from >= size)
        {
            return new AssetRange(0, 0, false);
        }

        var end = Math.Min(range.To ?? long.MaxValue, size - 1);
        return new AssetRange(from, end - from + 1, true);
    }

    public string ToHeader(long size) => string.Create(CultureInfo.InvariantCulture, $"bytes {Start}-{Start + Length - 1}/{size}");
}
