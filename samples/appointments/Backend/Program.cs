using Appointments.Backend;
using Twilio.Exceptions;

if (args is ["serve", ..])
{
    await WebBackend.RunAsync(args[1..]);
    return 0;
}

try
{
    var twilio = await TwilioConnection.OpenAsync();
    var practice = new Practice(twilio.Client, twilio.Number);
    switch (args)
    {
        case ["book", var phone, var name, var time]:
            await practice.BookAsync(phone, name, time);
            Console.WriteLine($"{name} is booked {time}.");
            return 0;

        case ["remind"]:
            await foreach (var appointment in practice.RemindAsync())
            {
                Console.WriteLine($"{appointment.Name} is reminded.");
            }

            return 0;

        case ["list"]:
            foreach (var (phone, name, time, status) in await practice.Book.ReadAsync())
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
