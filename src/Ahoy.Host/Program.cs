using System.CommandLine;
using Ahoy.Host;
using Ahoy.Host.Commands;

ProcessTuning.Apply();
var root = new RootCommand("Serves Functions and Assets.");
foreach (var command in HostCommands.Create())
{
    root.Add(command);
}

root.Add(LogLevelOption.Instance);
return await root.Parse(args).InvokeAsync(HostCommands.Configuration).ConfigureAwait(false);
