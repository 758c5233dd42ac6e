using System.CommandLine;
using Ahoy.Cli.Assets;
using Ahoy.Cli.Calling;
using Ahoy.Cli.Checking;
using Ahoy.Cli.Completion;
using Ahoy.Cli.Creating;
using Ahoy.Cli.Deploying;
using Ahoy.Cli.Editing;
using Ahoy.Cli.Explaining;
using Ahoy.Cli.Flow;
using Ahoy.Cli.Help;
using Ahoy.Cli.Listing;
using Ahoy.Cli.Logs;
using Ahoy.Cli.Offline;
using Ahoy.Cli.Promoting;
using Ahoy.Cli.Proving;
using Ahoy.Cli.Removing;
using Ahoy.Cli.Testing;
using Ahoy.Cli.Variables;
using Ahoy.Host.Commands;

namespace Ahoy.Cli;

/// <summary>The command <c>ahoy</c> with all that it can do.</summary>
internal static class AhoyCommand
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Ahoy: build, serve and deploy Twilio Functions and Assets.");
        foreach (var command in HostCommands.Create(new PageFindings(new FindingProver())))
        {
            root.Add(command);
        }

        root.Add(NewCommand.Create());
        root.Add(TemplatesCommand.Create());
        root.Add(ImportCommand.Create());
        root.Add(InvokeCommand.Create());
        root.Add(SignCommand.Create());
        root.Add(TextCommand.Create());
        root.Add(CallCommand.Create());
        root.Add(CheckCommand.Create(new FindingProver()));
        root.Add(TypesCommand.Create());
        root.Add(ExplainCommand.Create());
        root.Add(FlowCommand.Create());
        root.Add(LspCommand.Create(new FindingProver()));
        root.Add(DeployCommand.Create());
        root.Add(PromoteCommand.Create());
        root.Add(ListCommand.Create());
        root.Add(LogsCommand.Create());
        root.Add(EnvCommand.Create());
        root.Add(RemoveCommand.Create());
        root.Add(AssetsCommand.Create());
        root.Add(CompletionCommand.Create());
        root.Add(TestHostCommand.Create());
        root.Add(LogLevelOption.Instance);
        AhoyHelp.AddTo(root);
        return root;
    }
}
