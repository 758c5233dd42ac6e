using Ahoy.Aspire.Client;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Twilio.Clients;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Types;

namespace Appointments.Backend;

/// <summary>The backend as a part of the app host: the same book, by HTTP.</summary>
internal static class WebBackend
{
    private const string Number = "+15005550006";

    public static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);

        // The offline Twilio in the app host, Twilio where the connection string is an account's.
        builder.AddTwilioClient("twilio");
        builder.Services.AddSingleton<AppointmentBook>();
        var telemetry = builder.Services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddSource("Microsoft.AspNetCore", "System.Net.Http"))
            .WithMetrics(metrics => metrics.AddMeter("Microsoft.AspNetCore.Hosting", "System.Net.Http"));
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            telemetry.UseOtlpExporter();
        }

        var app = builder.Build();
        app.MapGet("/appointments", (AppointmentBook book) => book.ReadAsync());
        app.MapPost("/appointments", async (Booking booking, AppointmentBook book) =>
        {
            await book.WriteAsync(new Appointment(booking.Phone, booking.Name, booking.Time, "booked"));
            return Results.Created();
        });

        // A message to the practice's own number: what a customer's handset would send, to try the whole way.
        app.MapPost("/messages", async (Note note, ITwilioRestClient client) =>
        {
            var message = await MessageResource.CreateAsync(new PhoneNumber(note.To), from: new PhoneNumber(note.From ?? Number), body: note.Body, client: client);
            return Results.Ok(new { message.Sid });
        });
        await app.RunAsync();
    }

    private sealed record Booking(string Phone, string Name, string Time);

    private sealed record Note(string To, string? From, string Body);
}
