using Ahoy.Cli;
using Ahoy.Cli.Output;
using Ahoy.Host;
using Ahoy.Host.Commands;

ProcessTuning.Apply();
var parsed = AhoyCommand.Create().Parse(args);
return UsageError.IsIn(parsed)
    ? UsageError.Write(parsed, Console.Error)
    : await parsed.InvokeAsync(HostCommands.Configuration).ConfigureAwait(false);
