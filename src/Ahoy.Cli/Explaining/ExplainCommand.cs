using System.CommandLine;
using System.Text.Json.Nodes;
using Ahoy.Cli.Output;
using Ahoy.Model;

namespace Ahoy.Cli.Explaining;

/// <summary><c>ahoy explain [AHOYnnnn]</c>: prints a rule's page, or lists all rules.</summary>
internal sealed class ExplainCommand
{
    private const string Prefix = "AHOY";
    private const string JsonFormat = "json";

    private readonly Argument<string?> _rule = new("rule") { Description = "The rule's id, like AHOY1002. Leave it out to list all rules.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _format = new("--format") { Description = "How the page is written: text or json.", DefaultValueFactory = _ => "text" };

    public static Command Create() => new ExplainCommand().ToCommand();

    private Command ToCommand()
    {
        _format.AcceptOnlyFromAmong("text", JsonFormat);
        _rule.CompletionSources.Add(_ => RulePage.All().Select(page => new System.CommandLine.Completions.CompletionItem(page.Id)));
        var command = new Command("explain", "Explains a rule: what it finds, why, and how to fix it.") { _rule, _format };
        command.SetAction((parsed, cancellation) => Failures.RunAsync(
            () => Task.FromResult(Run(parsed.GetValue(_rule), parsed.GetValue(_format) == JsonFormat, parsed.InvocationConfiguration.Output)),
            cancellation,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string? rule, bool isJson, TextWriter output)
    {
        var pages = RulePage.All();
        if (rule is null)
        {
            List(pages, isJson, output);
            return ExitCode.Success;
        }

        var page = Find(pages, rule);
        if (isJson)
        {
            var json = Describe(page);
            json["text"] = page.Text;
            ListWriter.WriteJson(json, output);
        }
        else
        {
            output.Write(page.PlainText);
        }

        return ExitCode.Success;
    }

    private static void List(IReadOnlyList<RulePage> pages, bool isJson, TextWriter output)
    {
        if (isJson)
        {
            ListWriter.WriteJson(new JsonArray([.. pages.Select(Describe)]), output);
            return;
        }

        foreach (var page in pages)
        {
            output.WriteLine($"{page.Id}  {page.Title}");
        }
    }

    private static JsonObject Describe(RulePage page) => new() { ["id"] = page.Id, ["title"] = page.Title, ["help"] = RuleDocumentation.PageOf(page.Id) };

    private static RulePage Find(IReadOnlyList<RulePage> pages, string rule)
    {
        var id = rule.Length > 0 && rule.All(char.IsAsciiDigit) ? Prefix + rule : rule;
        return pages.FirstOrDefault(page => page.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? throw new UserErrorException($"There is no rule '{rule}'. {Advice(pages, id)}", ExitCode.NotFound);
    }

    // Who does not know an id writes a word that the rule is about.
    private static string Advice(IReadOnlyList<RulePage> pages, string id)
    {
        var meant = pages.Where(page => id.Length > 2 && page.Title.Contains(id, StringComparison.OrdinalIgnoreCase)).ToList();
        if (meant.Count == 0 && ClosestName.Find(id, pages.Select(page => page.Id)) is { } closest)
        {
            meant = [.. pages.Where(page => page.Id == closest)];
        }

        return meant.Count == 0
            ? "`ahoy explain` lists all rules."
            : $"Did you mean {string.Join(" or ", meant.Select(page => $"{page.Id} ({page.Title})"))}?";
    }
}
