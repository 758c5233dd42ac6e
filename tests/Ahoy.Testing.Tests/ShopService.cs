namespace Ahoy.Testing.Tests;

/// <summary>A service of this project's own, without a project file; each test begins as after its start.</summary>
public sealed class ShopService : IAsyncLifetime
{
    public AhoyService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Service = await AhoyService.StartAsync("Services/shop", options => options.Variables["GREETING"] = "Ahoy");

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}
