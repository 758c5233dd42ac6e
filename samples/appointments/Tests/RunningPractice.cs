using Ahoy.Testing;
using Appointments.Backend;
using Xunit;

namespace Appointments.Tests;

/// <summary>The Functions and the backend, which share one Twilio; started once for all tests of a class.</summary>
public sealed class RunningPractice : IAsyncLifetime
{
    public AhoyService Service { get; private set; } = null!;

    /// <summary>The backend, with a client of the helper library that asks the offline Twilio.</summary>
    internal Practice Practice => new(Service.Twilio.CreateClient(), Service.Twilio.Numbers[0]);

    public async ValueTask InitializeAsync() => Service = await AhoyService.StartAsync(AhoyProjects.Service);

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    /// <summary>Books Ada, once everything is as after the start.</summary>
    public async Task BookAdaAsync()
    {
        await Service.ResetAsync();
        await Practice.BookAsync("+15551230001", "Ada", "on Friday at 10");
    }

    /// <summary>What the book says of Ada.</summary>
    public async Task<string> StatusAsync() => Assert.Single(await Practice.Book.ReadAsync()).Status;
}
