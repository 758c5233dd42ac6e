using System.CommandLine;
using System.Globalization;
using Ahoy.Cli.Changes;
using Ahoy.Cli.Output;
using Ahoy.Cli.Proofs;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary><c>ahoy check [DIR…]</c>: the rules of the analyzers, without MSBuild.</summary>
internal sealed class CheckCommand
{
    private readonly Argument<string[]> _folders = new("dir")
    {
        Description = "The projects' folders. The current folder by default.",
        DefaultValueFactory = _ => ["."],
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "text, json, sarif (2.1.0), github, gitlab, azure, junit or msbuild.",
        DefaultValueFactory = _ => TextReport.Format.Name,
    };

    private readonly Option<string?> _output = new("--output") { Description = "The file to write the result to." };
    private readonly Option<bool> _fix = new("--fix") { Description = "Applies the safe fixes in place, and reports what is left." };
    private readonly Option<string?> _baseline = new("--baseline") { Description = "A file of accepted findings: only new ones are reported." };
    private readonly Option<bool> _updateBaseline = new("--update-baseline") { Description = "Removes fixed findings from the baseline, or creates the file." };
    private readonly Option<bool> _watch = new("--watch") { Description = "Checks again whenever a file changes, until Ctrl+C." };

    private readonly Option<string?> _changed = new("--changed")
    {
        Description = "Reports only lines and files changed since a git revision. HEAD by default.",
        HelpName = "revision",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _prove = new("--prove") { Description = "Runs Functions to show what was found, or to refute it." };
    private readonly Option<bool> _faults = new("--faults") { Description = "Runs Functions with each of their requests to others failing." };
    private readonly Option<string?> _writeTests = new("--write-tests") { Description = "With --prove: writes each run as a C# test into this folder.", HelpName = "folder" };
    private readonly Option<int> _proveRuns = Count("--prove-runs", "The most runs of a Function.", new ProvingOptions().Runs);
    private readonly Option<int> _proveSeconds = Count("--prove-seconds", "The most seconds for a Function.", new ProvingOptions().Seconds);
    private readonly Option<int> _proveProcesses = Count("--prove-processes", "How many Functions run at a time.", new ProvingOptions().Processes);

    private readonly Option<string?> _node = new("--node") { Description = "The Node to run Functions with. Found for the runtime by default." };

    private readonly Option<string?> _functionsFolder = new("--functions-folder") { Description = "The Functions folder, relative to the project." };
    private readonly Option<string?> _assetsFolder = new("--assets-folder") { Description = "The Assets folder, relative to the project." };
    private readonly Option<string?> _env = new("--env") { Description = "The environment file. Its names are reported, never its values." };
    private readonly Option<string?> _runtime = new("--runtime") { Description = "The runtime to check for, like node22." };

    private readonly Option<bool> _noTypeScript = new("--no-typescript") { Description = "Does not compile TypeScript, because something else has." };

    private readonly Option<string?> _config = new("--config", "-c") { Description = "The configuration file. Each project's own by default." };
    private readonly Option<bool> _noConfig = new("--no-config") { Description = "Reads no configuration file." };

    private readonly IFindingProver _prover;

    private CheckCommand(IFindingProver prover) => _prover = prover;

    /// <param name="prover">Makes the runs of <c>--prove</c> and <c>--faults</c>.</param>
    public static Command Create(IFindingProver prover) => new CheckCommand(prover).ToCommand();

    private Command ToCommand()
    {
        _format.AcceptOnlyFromAmong([.. Reports.All.Select(format => format.Name)]);
        var command = new Command("check", "Finds mistakes in Functions before anything runs.")
        {
            _folders, _format, _output, _fix, _baseline, _updateBaseline, _changed, _watch, _prove, _faults, _writeTests, _proveRuns, _proveSeconds, _proveProcesses, _node, _functionsFolder, _assetsFolder, _env, _runtime, _noTypeScript, _config, _noConfig,
        };
        command.SetAction((parsed, cancellation) => Failures.RunAsync(() => RunAsync(parsed, cancellation), cancellation));
        return command;
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var request = new CheckRequest(parsed.GetValue(_folders)!, Given(parsed), Reports.Named(parsed.GetValue(_format)!))
        {
            Output = parsed.GetValue(_output),
            Fix = parsed.GetValue(_fix),
            Baseline = parsed.GetValue(_baseline),
            UpdateBaseline = parsed.GetValue(_updateBaseline),
            ChangedSince = parsed.GetResult(_changed) is null ? null : parsed.GetValue(_changed) ?? GitChanges.Head,
            Proving = new ProvingOptions
            {
                Proves = parsed.GetValue(_prove),
                Fails = parsed.GetValue(_faults),
                TestsFolder = parsed.GetValue(_writeTests),
                Runs = parsed.GetValue(_proveRuns),
                Seconds = parsed.GetValue(_proveSeconds),
                Processes = parsed.GetValue(_proveProcesses),
                Node = parsed.GetValue(_node),
            },
            ConfigurationFile = parsed.GetValue(_config),
            NoConfiguration = parsed.GetValue(_noConfig),
        };
        var watch = parsed.GetValue(_watch);
        Refuse(request, watch);
        return watch
            ? new CheckWatch(request, _prover, Console.Error, TimeProvider.System).RunAsync(cancellation)
            : new CheckRunner(request, _prover).RunAsync(cancellation);
    }

    private GivenSettings Given(ParseResult parsed) => new()
    {
        FunctionsFolder = parsed.GetValue(_functionsFolder),
        AssetsFolder = parsed.GetValue(_assetsFolder),
        EnvFile = parsed.GetValue(_env),
        Runtime = parsed.GetValue(_runtime),
        CompilesTypeScript = parsed.GetValue(_noTypeScript) ? false : null,
    };

    private static Option<int> Count(string name, string description, int preset)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => preset };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 100_000))
            {
                result.AddError($"{name} {result.Tokens[0].Value}: it must be a number from 1 to 100000.");
            }
        });
        return option;
    }

    private static void Refuse(CheckRequest request, bool watch)
    {
        if (request is { UpdateBaseline: true, Baseline: null })
        {
            throw new UserErrorException("--update-baseline needs --baseline FILE: which file is it?");
        }

        if (request.Proving is { TestsFolder: not null, IsOn: false })
        {
            throw new UserErrorException("--write-tests writes down what runs have shown: give --prove or --faults with it.");
        }

        if (request.UpdateBaseline && watch)
        {
            throw new UserErrorException("--update-baseline and --watch don't go together: the file would change with everything that is typed. Leave one of them out.");
        }

        if (watch && request.Output is null && request.Format != TextReport.Format)
        {
            throw new UserErrorException($"--watch writes one result after the other, and '{request.Format.Name}' is one document: name a file with --output, which is written each time, or use --format text.");
        }
    }
}
