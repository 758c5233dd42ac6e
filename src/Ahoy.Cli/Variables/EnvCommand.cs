using System.CommandLine;

namespace Ahoy.Cli.Variables;

/// <summary><c>ahoy env</c>: the variables of an Environment.</summary>
internal static class EnvCommand
{
    public static Command Create() => new("env", "Shows and changes the variables of an Environment.")
    {
        EnvListCommand.Create(),
        EnvGetCommand.Create(),
        EnvSetCommand.Create(),
        EnvUnsetCommand.Create(),
        EnvImportCommand.Create(),
        EnvCopyCommand.Create(),
    };
}
