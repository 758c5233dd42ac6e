using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Ahoy.Aspire;

/// <summary>The commands of the dashboard: to write and to call as a handset does.</summary>
internal static class PhoneCommands
{
    private const string DefaultFrom = "+15551230001";

    public static IResourceBuilder<TwilioFunctionsResource> WithPhoneCommands(this IResourceBuilder<TwilioFunctionsResource> functions) => functions
        .WithCommand(
            "text",
            "Send a message",
            context => RunAsync(context, control => control.TextAsync(Value(context, "from"), Value(context, "to"), Value(context, "body"), context.CancellationToken)),
            new CommandOptions
            {
                Description = "Writes to one of the account's numbers, or to a Function, and shows what comes back.",
                IconName = "Chat",
                IsHighlighted = true,
                UpdateState = WhileHealthy,
                Arguments = [Input("to", "To", "A number of the account, or a Function's path such as /sms"), Input("body", "Message", "Hello"), From()],
            })
        .WithCommand(
            "call",
            "Place a call",
            context => RunAsync(context, control => control.CallAsync(Value(context, "from"), Value(context, "to"), context.CancellationToken)),
            new CommandOptions
            {
                Description = "Calls one of the account's numbers, or a Function, and shows how the call went.",
                IconName = "Call",
                UpdateState = WhileHealthy,
                Arguments = [Input("to", "To", "A number of the account, or a Function's path such as /voice"), From()],
            });

    private static async Task<ExecuteCommandResult> RunAsync(ExecuteCommandContext context, Func<OfflineControl, Task<string>> run)
    {
        var resource = context.Services.GetRequiredService<DistributedApplicationModel>().Resources.OfType<TwilioFunctionsResource>()
            .Single(r => context.ResourceName == r.Name || context.ResourceName.StartsWith(r.Name + "-", StringComparison.Ordinal));
        try
        {
            return CommandResults.Success("Done.", await run(new OfflineControl(resource)).ConfigureAwait(false), CommandResultFormat.Json, true);
        }
        catch (Exception e) when (e is DistributedApplicationException or HttpRequestException)
        {
            return CommandResults.Failure(e.Message);
        }
    }

    private static ResourceCommandState WhileHealthy(UpdateCommandStateContext context) =>
        context.ResourceSnapshot.HealthStatus is Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy ? ResourceCommandState.Enabled : ResourceCommandState.Disabled;

    private static string Value(ExecuteCommandContext context, string name) => context.Arguments.GetString(name) ?? "";

    private static InteractionInput Input(string name, string label, string placeholder) =>
        new() { Name = name, Label = label, InputType = InputType.Text, Required = true, Placeholder = placeholder };

    private static InteractionInput From() => new() { Name = "from", Label = "From", InputType = InputType.Text, Required = true, Value = DefaultFrom };
}
