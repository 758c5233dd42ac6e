namespace Appointments.Backend;

/// <summary>An appointment, as it stands in the book.</summary>
/// <param name="Phone">The customer's number.</param>
/// <param name="Name">The customer's name.</param>
/// <param name="Time">When, in words.</param>
/// <param name="Status">How things stand: booked, reminded, confirmed, calling, called, call again, arrived.</param>
internal sealed record Appointment(string Phone, string Name, string Time, string Status);
