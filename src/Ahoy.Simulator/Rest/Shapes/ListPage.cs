using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Documents;
using Ahoy.Simulator.Rest.Requests;

namespace Ahoy.Simulator.Rest.Shapes;

/// <summary>
/// One page of a list, as the API gives it. A page is found by the item that it comes after (`PageToken`), so that what is added or removed
/// meanwhile neither repeats nor skips an item; without a token `Page` counts from the start.
/// </summary>
internal static class ListPage
{
    private const int DefaultSize = 50;

    // "PA": after the item that is named; "PB": before it. Twilio's own look alike, and no client reads them.
    private const string After = "PA";
    private const string Before = "PB";

    /// <summary>Answers a list.</summary>
    /// <param name="call">The request.</param>
    /// <param name="items">All items, in the list's order.</param>
    /// <param name="key">What a page is found by: the item's SID, or what is unique in its place.</param>
    /// <param name="shape">Makes the answer's item.</param>
    public static RestAnswer Answer<T>(RestCall call, IReadOnlyList<T> items, Func<T, string> key, Func<T, ApiSchema, JsonNode?> shape)
    {
        if (call.Operation.ListProperty is not { } list)
        {
            throw new InvalidOperationException($"{call.Operation.Id} answers no list.");
        }

        var size = Size(call);
        var number = Math.Max(call.Parameters.Int("Page") ?? 0, 0);
        var start = Start(call, items, key, number, size);
        var end = Math.Min(start + size, items.Count);
        var array = new JsonArray();
        for (var i = start; i < end; i++)
        {
            array.Add(shape(items[i], list.Schema.Items!));
        }

        var next = end < items.Count ? Address(call, number + 1, size, After + key(items[end - 1])) : null;
        var previous = start > 0 && items.Count > 0 ? Address(call, Math.Max(number - 1, 0), size, Before + key(items[Math.Min(start, items.Count - 1)])) : null;
        var answer = new JsonObject();
        if (call.Operation.Answer!.Find("meta") is null)
        {
            answer["end"] = end > start ? (number * size) + (end - start) - 1 : 0;
            answer["first_page_uri"] = Address(call, 0, size, null);
            answer["next_page_uri"] = next;
            answer["page"] = number;
            answer["page_size"] = size;
            answer["previous_page_uri"] = previous;
            answer["start"] = end > start ? number * size : 0;
            answer["uri"] = Address(call, number, size, call.Parameters["PageToken"]);
            answer[list.Name] = array;
            return new RestAnswer(200, answer);
        }

        answer[list.Name] = array;
        answer["meta"] = Meta(call, list.Name, number, size, next, previous, array.Count);
        return new RestAnswer(200, answer);
    }

    private static JsonObject Meta(RestCall call, string key, int number, int size, string? next, string? previous, int count)
    {
        var meta = new JsonObject();
        foreach (var property in call.Operation.Answer!.Find("meta")!.Properties)
        {
            meta[property.Name] = property.Name switch
            {
                "first_page_url" => Address(call, 0, size, null),
                "key" => key,
                "next_page_url" => next,
                "page" => number,
                "page_size" or "pageSize" => size,
                "previous_page_url" => previous,
                "url" => Address(call, number, size, call.Parameters["PageToken"]),
                "total" or "total_results" => count,
                _ => AnswerShape.Empty(property.Schema),
            };
        }

        if (meta.Count == 0)
        {
            meta["key"] = key;
        }

        return meta;
    }

    private static int Size(RestCall call)
    {
        var most = 1000;
        foreach (var parameter in call.Operation.Parameters)
        {
            if (parameter.Name == "PageSize")
            {
                most = (int)(parameter.Schema.Maximum ?? most);
            }
        }

        return Math.Clamp(call.Parameters.Int("PageSize") ?? DefaultSize, 1, most);
    }

    private static int Start<T>(RestCall call, IReadOnlyList<T> items, Func<T, string> key, int number, int size)
    {
        if (call.Parameters["PageToken"] is not { Length: > 2 } token)
        {
            return (int)Math.Min((long)number * size, items.Count);
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (token.AsSpan(2).SequenceEqual(key(items[i])))
            {
                return token.StartsWith(Before, StringComparison.Ordinal) ? Math.Max(i - size, 0) : i + 1;
            }
        }

        // The item is gone: the page's number is the best that is left.
        return (int)Math.Min((long)number * size, items.Count);
    }

    private static string Address(RestCall call, int page, int size, string? token)
    {
        var query = string.Concat(call.Parameters.All.Where(pair => pair.Key is not ("Page" or "PageSize" or "PageToken"))
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}&"));
        var address = $"{call.Path}?{query}PageSize={size}&Page={page}{(token is null ? "" : $"&PageToken={Uri.EscapeDataString(token)}")}";
        return call.IsCore ? address : $"https://{call.Host}{address}";
    }
}
