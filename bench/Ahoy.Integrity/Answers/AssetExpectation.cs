using System.Globalization;
using Ahoy.Integrity.Content;

namespace Ahoy.Integrity.Answers;

/// <summary>What a request for an Asset must get: one of the contents that can be served, whole or in part, with its own tag.</summary>
internal sealed class AssetExpectation : IExpectation
{
    public required ServiceFiles.TestAsset Asset { get; init; }

    public bool IsHead { get; init; }

    /// <summary>The content whose tag the client says to have, or null.</summary>
    public int? Known { get; init; }

    /// <summary>The part that is asked for, or null for the whole: where it begins (null for so many of the last bytes), and where it ends.</summary>
    public (int? From, int? To)? Range { get; init; }

    public bool Closes { get; init; }

    public bool HasBody(int status) => !IsHead && status != 304;

    public string? Judge(Answer answer, int oldest, int newest)
    {
        var versions = Enumerable.Range(oldest, Math.Min(newest - oldest + 1, ServiceFiles.ContentCount)).Select(v => v % Asset.Contents.Length).Distinct().ToList();
        string? problem = null;
        foreach (var number in versions)
        {
            if (Asset.Tags[number] == answer.Header("ETag"))
            {
                problem = Compare(answer, number);
                if (problem is null)
                {
                    return null;
                }
            }
        }

        return problem
            ?? $"its status is {answer.Status} and its tag {answer.Header("ETag")} and none of {string.Join(", ", versions.Select(v => Asset.Tags[v]))} (all there are: {string.Join(", ", Asset.Tags)})";
    }

    private string? Compare(Answer answer, int number)
    {
        var content = Asset.Contents[number];
        var expected = new List<(string Name, string Value)> { ("ETag", Asset.Tags[number]), ("Accept-Ranges", "bytes") };
        if (Closes)
        {
            expected.Add(("Connection", "close"));
        }

        var (status, start, length) = (200, 0, content.Length);
        if (Known is { } known && Asset.Tags[known] == Asset.Tags[number])
        {
            (status, length) = (304, 0);
        }
        else
        {
            expected.Add(("Content-Type", Asset.ContentType));
            if (Range is { } range)
            {
                (status, start, length) = Part(range, content.Length);
                var part = status == 206 ? FormattableString.Invariant($"{start}-{start + length - 1}") : "*";
                expected.Add(("Content-Range", FormattableString.Invariant($"bytes {part}/{content.Length}")));
            }

            expected.Add(("Content-Length", length.ToString(CultureInfo.InvariantCulture)));
        }

        return answer.Status != status
            ? string.Create(CultureInfo.InvariantCulture, $"its status is {answer.Status} and not {status}")
            : CommonHeaders.Check(answer)
                ?? Comparison.Headers(expected, answer.Headers.Where(h => !CommonHeaders.IsDate(h.Name)))
                ?? Comparison.Body(HasBody(status) ? [content.AsMemory(start, length)] : [], answer.Body.Span);
    }

    private static (int Status, int Start, int Length) Part((int? From, int? To) range, int size)
    {
        if (range.From is not { } from)
        {
            var last = Math.Min(range.To!.Value, size);
            return last > 0 ? (206, size - last, last) : (416, 0, 0);
        }

        return from < size ? (206, from, Math.Min(range.To ?? int.MaxValue, size - 1) - from + 1) : (416, 0, 0);
    }
}
