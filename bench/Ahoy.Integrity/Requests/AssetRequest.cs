using System.Globalization;
using Ahoy.Integrity.Answers;
using Ahoy.Integrity.Content;

namespace Ahoy.Integrity.Requests;

/// <summary>Makes one random request to an Asset: whole, in part, its head alone, or only where it has changed.</summary>
internal static class AssetRequest
{
    public static Exchange Make(Random random, int id, string host, bool closes)
    {
        // The largest one takes as long as hundreds of others.
        var asset = ServiceFiles.Assets[random.Next(200) == 0 ? ServiceFiles.Assets.Count - 1 : random.Next(ServiceFiles.Assets.Count - 1)];
        var isHead = random.Next(8) == 0;
        var builder = new RequestBuilder(isHead ? "HEAD" : "GET", $"{asset.Path}?n={id}", host);
        int? known = null;
        (int?, int?)? range = null;
        var size = asset.Contents[0].Length;
        switch (random.Next(6))
        {
            case 0:
                known = random.Next(asset.Contents.Length);
                builder.Add("If-None-Match", asset.Tags[known.Value]);
                break;
            case 1:
                var from = random.Next(size + 10);
                int? to = random.Next(2) == 0 ? from + random.Next(size + 10) : null;
                range = (from, to);
                builder.Add("Range", string.Create(CultureInfo.InvariantCulture, $"bytes={from}-{to}"));
                break;
            case 2:
                var last = random.Next(size + 10);
                range = (null, last);
                builder.Add("Range", string.Create(CultureInfo.InvariantCulture, $"bytes=-{last}"));
                break;
        }

        if (closes)
        {
            builder.Add("Connection", "close");
        }

        return new Exchange
        {
            Id = id,
            Head = builder.ToHead(),
            Expected = new AssetExpectation { Asset = asset, IsHead = isHead, Known = known, Range = range, Closes = closes },
            Closes = closes,
        };
    }
}
