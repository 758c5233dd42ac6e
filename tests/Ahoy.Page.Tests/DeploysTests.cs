using System.Text.RegularExpressions;
using Ahoy.Page.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ahoy.Page.Tests;

/// <summary>Environments of <c>ahoy serve</c>: promoted and rolled back, and asked first.</summary>
public class DeploysTests(PageBrowser browser)
{
    [Fact]
    public async Task Build_IsPromotedAndRolledBack_OnceThatIsConfirmed()
    {
        await using var host = await PageHostOfDeploys.StartAsync();
        await host.DeployAsync("dev", "first");
        await host.DeployAsync("stage", "first");
        await host.DeployAsync("dev", "second");
        await using var open = await browser.OpenAsync($"{host.Page}/#/service");
        var dev = open.Page.GetByRole(AriaRole.Row).Filter(new() { Has = open.Page.GetByRole(AriaRole.Cell, new() { NameRegex = new Regex("^dev") }) });
        var stage = open.Page.GetByRole(AriaRole.Row).Filter(new() { Has = open.Page.GetByRole(AriaRole.Cell, new() { NameRegex = new Regex("^stage") }) });
        await open.IsAccessibleAsync();
        var second = await BuildOf(dev).TextContentAsync();
        var first = await BuildOf(stage).TextContentAsync();
        Assert.NotEqual(first, second);

        await dev.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Promote to stage") }).ClickAsync();
        await Expect(open.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync(second!);
        await open.IsAccessibleAsync();
        await open.Button("Cancel").ClickAsync();
        await Expect(BuildOf(stage)).ToHaveTextAsync(first!);
        await dev.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Promote to stage") }).ClickAsync();
        await open.Button("Promote").ClickAsync();
        await Expect(BuildOf(stage)).ToHaveTextAsync(second!);

        await stage.GetByRole(AriaRole.Button, new() { Name = "Roll back…" }).ClickAsync();
        await open.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Roll back", Exact = true }).ClickAsync();
        await Expect(BuildOf(stage)).ToHaveTextAsync(first!);

        static ILocator BuildOf(ILocator row) => row.GetByRole(AriaRole.Cell).Nth(3);
    }
}
