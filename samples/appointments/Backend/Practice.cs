using Twilio.Clients;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Types;
using VerifyService = Twilio.Rest.Verify.V2.ServiceResource;

namespace Appointments.Backend;

/// <summary>The practice: it books its customers, and reminds them.</summary>
/// <param name="client">The account.</param>
/// <param name="number">The number that its messages come from.</param>
internal sealed class Practice(ITwilioRestClient client, string number)
{
    private const string VerifyServiceName = "Appointments";

    /// <summary>What is written down.</summary>
    public AppointmentBook Book { get; } = new(client);

    /// <summary>Books a customer.</summary>
    public async Task BookAsync(string phone, string name, string time)
    {
        await MakeVerifyServiceAsync();
        await Book.WriteAsync(new Appointment(phone, name, time, "booked"));
    }

    /// <summary>Sends a reminder to all who have not had one.</summary>
    /// <returns>Those who got it.</returns>
    public async IAsyncEnumerable<Appointment> RemindAsync()
    {
        foreach (var appointment in (await Book.ReadAsync()).Where(a => a.Status == "booked"))
        {
            // Written down first: an answer may come before the next line.
            await Book.WriteAsync(appointment with { Status = "reminded" });
            await MessageResource.CreateAsync(
                new PhoneNumber(appointment.Phone),
                from: new PhoneNumber(number),
                body: $"Hello {appointment.Name}, we expect you {appointment.Time}. Answer OK to confirm, or CALL to talk to us.",
                client: client);
            yield return appointment;
        }
    }

    // For the codes at the door: the Functions find it by its name.
    private async Task MakeVerifyServiceAsync()
    {
        var services = await VerifyService.ReadAsync(limit: 50, client: client);
        if (services.All(s => s.FriendlyName != VerifyServiceName))
        {
            await VerifyService.CreateAsync(VerifyServiceName, client: client);
        }
    }
}
