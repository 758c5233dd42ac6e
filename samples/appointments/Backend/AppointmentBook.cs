using Newtonsoft.Json.Linq;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Rest.Sync.V1.Service;

namespace Appointments.Backend;

/// <summary>The book: one Sync document for each customer, which the Functions change as the customer answers.</summary>
internal sealed class AppointmentBook(ITwilioRestClient client)
{
    private const string Service = "default";
    private const string Prefix = "appointment-";

    /// <summary>Writes an appointment down; of a customer who has one already, the new one counts.</summary>
    public async Task WriteAsync(Appointment appointment)
    {
        var key = Prefix + string.Concat(appointment.Phone.Where(char.IsAsciiDigit));
        var data = new { phone = appointment.Phone, name = appointment.Name, time = appointment.Time, status = appointment.Status };
        try
        {
            await DocumentResource.UpdateAsync(Service, key, data, client: client);
        }
        catch (ApiException e) when (e.Status == 404)
        {
            await DocumentResource.CreateAsync(Service, key, data, client: client);
        }
    }

    /// <summary>All appointments.</summary>
    public async Task<IReadOnlyList<Appointment>> ReadAsync()
    {
        var documents = await DocumentResource.ReadAsync(Service, client: client);
        return
        [
            .. documents
                .Where(d => d.UniqueName?.StartsWith(Prefix, StringComparison.Ordinal) == true)
                .Select(d => JObject.FromObject(d.Data))
                .Select(d => new Appointment(Text(d, "phone"), Text(d, "name"), Text(d, "time"), Text(d, "status"))),
        ];
    }

    private static string Text(JObject data, string name) => (string?)data[name] ?? "";
}
