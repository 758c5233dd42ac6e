using System.Globalization;
using System.Text.Json.Nodes;

namespace Ahoy.Host.Tests.Offline;

/// <summary>Reads <c>GET /_ahoy/events</c>, an event after the other, as a browser does.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    private EventReader(HttpResponseMessage response, Stream stream)
    {
        _response = response;
        _lines = new StreamReader(stream);
    }

    /// <summary>The headers of the answer.</summary>
    public HttpResponseMessage Response => _response;

    /// <summary>Begins to read.</summary>
    /// <param name="service">The service whose Twilio is offline.</param>
    /// <param name="query">The query, or nothing.</param>
    /// <param name="lastEventId">What a browser that comes back has seen.</param>
    public static async Task<EventReader> OpenAsync(OfflineProject service, string query = "", string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{service.Twilio!.Url}/_ahoy/events?{query}");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var response = await service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
        return new EventReader(response, await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The next event; comments are passed over.</summary>
    public async Task<ServerEvent> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        var fields = new Dictionary<string, string>();
        while (true)
        {
            var line = await _lines.ReadLineAsync(patience.Token) ?? throw new EndOfStreamException("The events came to an end.");
            if (line.Length == 0 && fields.Count > 0)
            {
                return new ServerEvent(fields["event"], long.Parse(fields["id"], CultureInfo.InvariantCulture), fields["data"]);
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                // One line each: a second one of the same name would be one too many.
                fields.Add(line[..colon], line[(colon + 1)..].TrimStart(' '));
            }
        }
    }

    /// <summary>Reads on until an event is the wanted one.</summary>
    public async Task<JsonNode> FindAsync(string kind, Func<JsonNode, bool> isWanted)
    {
        while (true)
        {
            var item = await NextAsync();
            if (item.Kind == kind && JsonNode.Parse(item.Data) is { } data && isWanted(data))
            {
                return data;
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _lines.Dispose();
        _response.Dispose();
        return default;
    }
}

/// <summary>A server-sent event.</summary>
internal sealed record ServerEvent(string Kind, long Id, string Data);
