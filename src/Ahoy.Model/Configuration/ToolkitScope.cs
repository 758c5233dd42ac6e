namespace Ahoy.Model;

/// <summary>
/// For what a <see cref="ToolkitConfiguration"/> is asked: its scoped values apply where they name the same. Page: Configuration and
/// Meta Files.
/// </summary>
public sealed class ToolkitScope
{
    /// <summary>Names a scope.</summary>
    /// <param name="command">The command: <c>start</c>, <c>deploy</c>, <c>list</c>, <c>promote</c>, <c>logs</c>, …</param>
    /// <param name="environment">The domain suffix of the environment; empty for production (the scope <c>*</c>), null where the command has none.</param>
    /// <param name="accountSid">The account, or null where it is not known.</param>
    /// <param name="region">The region that is deployed to; null for the default one, <c>us1</c>.</param>
    public ToolkitScope(string command, string? environment = null, string? accountSid = null, string? region = null)
    {
        Command = command;
        Environment = environment;
        AccountSid = accountSid;
        Region = region;
    }

    /// <summary>The command.</summary>
    public string Command { get; }

    /// <summary>The domain suffix of the environment; empty for production, null for none.</summary>
    public string? Environment { get; }

    /// <summary>The account's SID, or null.</summary>
    public string? AccountSid { get; }

    /// <summary>The region, or null for the default one.</summary>
    public string? Region { get; }
}
