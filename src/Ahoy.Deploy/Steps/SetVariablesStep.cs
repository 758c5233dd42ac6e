using Ahoy.Api;

namespace Ahoy.Deploy.Steps;

/// <summary>
/// Sets the variables that differ. They belong to the Environment and not to the Build: where the deploy fails after this, they are set
/// back, so that what was running goes on as before.
/// </summary>
internal sealed class SetVariablesStep : IDeployStep
{
    public string Name => "Variables";

    public async Task<string> RunAsync(DeployContext context, CancellationToken cancellationToken)
    {
        var wanted = context.Request.Variables;
        if (wanted.Count == 0)
        {
            return "none to set";
        }

        var service = context.Service!.Sid;
        var environment = context.Environment!.Sid;
        context.CurrentSid = environment;
        var known = new Dictionary<string, VariableResource>(StringComparer.Ordinal);
        await foreach (var variable in context.Client.Variables.ListAsync(service, environment, cancellationToken))
        {
            known[variable.Key] = variable;
        }

        // One after the other: an Environment has few, and each is checked against the limit of all together.
        foreach (var (key, value) in wanted)
        {
            if (!known.TryGetValue(key, out var variable))
            {
                var made = await context.Client.Variables.CreateAsync(service, environment, key, value, cancellationToken);
                context.VariableChanges.Add(new VariableChange(made.Sid, key, Before: null));
            }
            else if (variable.Value != value)
            {
                context.VariableChanges.Add(new VariableChange(variable.Sid, key, variable.Value));
                await context.Client.Variables.UpdateAsync(service, environment, variable.Sid, value, cancellationToken);
            }
        }

        var changed = context.VariableChanges.Count;
        return changed == 0 ? $"{wanted.Count} unchanged" : $"{changed} set ({string.Join(", ", context.VariableChanges)})";
    }

    public async Task UndoAsync(DeployContext context, CancellationToken cancellationToken)
    {
        foreach (var change in Enumerable.Reverse(context.VariableChanges))
        {
            if (change.Before is null)
            {
                await context.Client.Variables.DeleteAsync(context.Service!.Sid, context.Environment!.Sid, change.Sid, cancellationToken);
            }
            else
            {
                await context.Client.Variables.UpdateAsync(
                    context.Service!.Sid, context.Environment!.Sid, change.Sid, change.Before, cancellationToken);
            }
        }
    }
}
