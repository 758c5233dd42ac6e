using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Twilio.Clients;
using Twilio.Http;

namespace Ahoy.Aspire.Client;

/// <summary>Twilio's helper library in a program that has its configuration from outside.</summary>
public static class TwilioClientExtensions
{
    /// <summary>
    /// Adds an <see cref="ITwilioRestClient"/> of a connection string: <c>AccountSid=…;AuthToken=…</c> is Twilio's; with <c>Endpoint=…</c>, as an app host sets it, each request goes to the
    /// offline Twilio there. No other line differs between the two.
    /// </summary>
    /// <param name="builder">The program's builder.</param>
    /// <param name="connectionName">The name of the connection string.</param>
    /// <exception cref="InvalidOperationException">There is no such connection string, or something is missing from it.</exception>
    public static IHostApplicationBuilder AddTwilioClient(this IHostApplicationBuilder builder, string connectionName)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var connection = TwilioConnectionString.Read(connectionName, builder.Configuration.GetConnectionString(connectionName));
        builder.Services.AddSingleton<ITwilioRestClient>(_ => Create(connection));
        return builder;
    }

    private static TwilioRestClient Create(TwilioConnectionString connection)
    {
        if (connection.Endpoint is not { } endpoint)
        {
            return new TwilioRestClient(connection.AccountSid, connection.AuthToken);
        }

        var http = new System.Net.Http.HttpClient(new OfflineHandler(endpoint));
        return new TwilioRestClient(connection.AccountSid, connection.AuthToken, httpClient: new SystemNetHttpClient(http));
    }

    /// <summary>Sends a request where the offline Twilio is: the host that it was meant for becomes the first part of the path.</summary>
    private sealed class OfflineHandler(Uri endpoint) : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var url = request.RequestUri!;
            request.RequestUri = new Uri($"{endpoint.GetLeftPart(UriPartial.Authority)}/{url.Host}{url.PathAndQuery}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
