using Appointments.Backend;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Types;
using VerifyService = Twilio.Rest.Verify.V2.ServiceResource;

const string VerifyServiceName = "Appointments";

if (args is ["serve", ..])
{
    await WebBackend.RunAsync(args[1..]);
    return 0;
}

try
{
    var twilio = await TwilioConnection.OpenAsync();
    var book = new AppointmentBook(twilio.Client);
    switch (args)
    {
        case ["book", var phone, var name, var time]:
            await MakeVerifyServiceAsync(twilio);
            await book.WriteAsync(new Appointment(phone, name, time, "booked"));
            Console.WriteLine($"{name} is booked {time}.");
            return 0;

        case ["remind"]:
            foreach (var appointment in (await book.ReadAsync()).Where(a => a.Status == "booked"))
            {
                await RemindAsync(twilio, book, appointment);
            }

            return 0;

        case ["list"]:
            foreach (var (phone, name, time, status) in await book.ReadAsync())
            {
                Console.WriteLine($"{phone}  {name}  {time}  {status}");
            }

            return 0;

        default:
            Console.Error.WriteLine("""
                book PHONE NAME TIME   writes an appointment down: book +15551230001 Ada "on Friday at 10"
                remind                 sends a reminder to all who have not had one
                list                   shows the book
                serve                  answers by HTTP, as a part of the app host
                """);
            return 2;
    }
}
catch (Exception e) when (e is TwilioException or InvalidOperationException or HttpRequestException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

static async Task RemindAsync(TwilioConnection twilio, AppointmentBook book, Appointment appointment)
{
    // Written down first: an answer may come before the next line.
    await book.WriteAsync(appointment with { Status = "reminded" });
    await MessageResource.CreateAsync(
        new PhoneNumber(appointment.Phone),
        from: new PhoneNumber(twilio.Number),
        body: $"Hello {appointment.Name}, we expect you {appointment.Time}. Answer OK to confirm, or CALL to talk to us.",
        client: twilio.Client);
    Console.WriteLine($"{appointment.Name} is reminded.");
}

// The Functions find it by its name.
static async Task MakeVerifyServiceAsync(TwilioConnection twilio)
{
    var services = await VerifyService.ReadAsync(limit: 50, client: twilio.Client);
    if (services.All(s => s.FriendlyName != VerifyServiceName))
    {
        await VerifyService.CreateAsync(VerifyServiceName, client: twilio.Client);
    }
}
