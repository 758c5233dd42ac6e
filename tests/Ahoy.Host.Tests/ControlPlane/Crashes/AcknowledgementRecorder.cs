using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Ahoy.Host.Tests.ControlPlane.Crashes;

/// <summary>Writes down the path of each resource whose creation the host has acknowledged.</summary>
internal sealed class AcknowledgementRecorder(ConcurrentQueue<string> paths, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (request.Method == HttpMethod.Post && response.IsSuccessStatusCode)
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            var url = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!["url"]!.GetValue<string>();
            paths.Enqueue(new Uri(url).AbsolutePath);
        }

        return response;
    }
}
