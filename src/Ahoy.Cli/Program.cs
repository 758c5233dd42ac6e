using System.CommandLine;
using Ahoy.Cli.Deploying;
using Ahoy.Host;
using Ahoy.Host.Commands;

ProcessTuning.Apply();
var root = new RootCommand("Ahoy: build, serve and deploy Twilio Functions and Assets.")
{
    StartCommand.Create(),
    ServeCommand.Create(),
    DeployCommand.Create(),
};

return await root.Parse(args).InvokeAsync(HostCommands.Configuration).ConfigureAwait(false);
