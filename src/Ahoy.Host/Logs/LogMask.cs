using Ahoy.Host.Environments;
using Ahoy.Host.Secrets;

namespace Ahoy.Host.Logs;

/// <summary>Takes credentials out of what a host logs and says of errors: those of the Environment that it speaks of, and others that the host knows.</summary>
/// <param name="others">The others: a new list for each change.</param>
internal sealed class LogMask(Func<IReadOnlyList<string>>? others = null)
{
    private Others? _others;

    /// <summary>The text without them: the same object where it has none.</summary>
    public string Apply(ServedEnvironment served, string text)
    {
        var masked = served.Mask.Apply(text);
        return others is null ? masked : Apply(masked);
    }

    /// <summary>The text of no Environment without them.</summary>
    public string Apply(string text) => MaskOf(others?.Invoke() ?? []).Apply(text);

    /// <summary>An entry without them.</summary>
    public OutputEntry Apply(in OutputEntry entry) => Apply(entry.Served, entry.Message) is var message && ReferenceEquals(message, entry.Message)
        ? entry
        : entry with { Message = message };

    /// <summary>An entry without them.</summary>
    public RequestEntry Apply(in RequestEntry entry) => Apply(entry.Served, entry.Target) is var target && ReferenceEquals(target, entry.Target)
        ? entry
        : entry with { Target = target };

    private CredentialMask MaskOf(IReadOnlyList<string> secrets)
    {
        if (secrets.Count == 0)
        {
            return CredentialMask.Empty;
        }

        var made = _others;
        if (made is null || !ReferenceEquals(made.Secrets, secrets))
        {
            _others = made = new Others(secrets, new CredentialMask(secrets));
        }

        return made.Mask;
    }

    private sealed record Others(IReadOnlyList<string> Secrets, CredentialMask Mask);
}
