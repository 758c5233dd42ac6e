using System.Net.Http.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Xunit;

namespace Appointments.AppHost.Tests;

/// <summary>All of it as the app host starts it: the Functions, their Twilio, and the backend as a process of its own.</summary>
public sealed class AppHostTests
{
    [Fact]
    public async Task Booking_IsConfirmedByAMessage()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(["ASPIRE_ALLOW_UNSECURED_TRANSPORT=true"], cancellation);
        await using var app = await builder.BuildAsync(cancellation);
        await app.StartAsync(cancellation);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("service", cancellation);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("backend", cancellation);
        using var backend = app.CreateHttpClient("backend");
        using var twilio = app.CreateHttpClient("service", "page");

        await backend.PostAsJsonAsync("/appointments", new { phone = "+15005550010", name = "Ada", time = "on Friday" }, cancellation);
        await backend.PostAsJsonAsync("/messages", new { to = "+15005550006", from = "+15005550010", body = "OK" }, cancellation);

        // The clock moves once all that the message started has come to rest.
        await twilio.PostAsJsonAsync("/_ahoy/clock/advance", new { by = "PT1S" }, cancellation);
        var book = await backend.GetFromJsonAsync<List<Booked>>("/appointments", cancellation);
        Assert.Equal(new Booked("Ada", "confirmed"), Assert.Single(book!));
    }

    private sealed record Booked(string Name, string Status);
}
