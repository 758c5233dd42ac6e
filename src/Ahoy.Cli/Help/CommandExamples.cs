namespace Ahoy.Cli.Help;

/// <summary>The examples at the end of a command's <c>--help</c>. A test parses each of them.</summary>
internal static class CommandExamples
{
    private static readonly Dictionary<string, string[]> s_examples = new(StringComparer.Ordinal)
    {
        ["assets"] = ["ahoy assets init --service-name my-files", "ahoy assets upload logo.png"],
        ["assets init"] = ["ahoy assets init", "ahoy assets init --service-name my-files --deploy-to twilio"],
        ["assets list"] = ["ahoy assets list", "ahoy assets list -o json"],
        ["assets upload"] = ["ahoy assets upload logo.png", "ahoy assets upload greeting.mp3 --protected --overwrite"],
        ["call"] = ["ahoy call /incoming", "ahoy call /incoming --press 1 --say \"next Tuesday\""],
        ["check"] = ["ahoy check", "ahoy check services/billing --fix", "ahoy check --format sarif --output ahoy.sarif", "ahoy check --prove --write-tests tests"],
        ["completion"] = ["source <(ahoy completion bash)", "ahoy completion pwsh"],
        ["deploy"] = ["ahoy deploy", "ahoy deploy --deploy-to twilio --environment stage", "ahoy deploy --env .env.production --production"],
        ["env"] = ["ahoy env list", "ahoy env set GREETING=Hello", "ahoy env import .env --dry-run"],
        ["env copy"] = ["ahoy env copy --from dev --environment stage --dry-run", "ahoy env copy --from stage --production"],
        ["env get"] = ["ahoy env get GREETING", "ahoy env get GREETING --environment stage"],
        ["env import"] = ["ahoy env import", "ahoy env import .env.stage --environment stage --dry-run"],
        ["env list"] = ["ahoy env list", "ahoy env list --show-values -o json"],
        ["env set"] = ["ahoy env set GREETING=Hello SENDER=+15551234567", "ahoy env set --key API_SECRET < secret.txt"],
        ["env unset"] = ["ahoy env unset GREETING", "ahoy env unset GREETING --environment stage"],
        ["exec"] = ["ahoy exec -- npm test", "ahoy exec --offline -- npx playwright test"],
        ["explain"] = ["ahoy explain AHOY1002", "ahoy explain", "ahoy explain AHOY1002 --format json"],
        ["flow"] = ["ahoy flow", "ahoy flow --format dot --output flow.dot"],
        ["import"] = ["ahoy import --dry-run", "ahoy import ../my-service --name MyService"],
        ["invoke"] = ["ahoy invoke /hello", "ahoy invoke /sms/reply --signed"],
        ["key"] = ["ahoy key add --name build-server", "ahoy key remove SK0123456789abcdef0123456789abcdef"],
        ["key add"] = ["ahoy key add --name build-server"],
        ["key remove"] = ["ahoy key remove SK0123456789abcdef0123456789abcdef"],
        ["list"] = ["ahoy list", "ahoy list services --deploy-to twilio", "ahoy list functions,variables -o json"],
        ["logs"] = ["ahoy logs --tail", "ahoy logs --function /sms/reply --limit 100", "ahoy logs --environment stage -o json"],
        ["lsp"] = ["ahoy lsp"],
        ["new"] = ["ahoy new my-service", "ahoy new my-service --typescript --tests", "ahoy new function sms/reply"],
        ["new function"] = ["ahoy new function sms/reply", "ahoy new function hello --cwd my-service"],
        ["promote"] = ["ahoy promote --from dev --environment stage", "ahoy promote --from stage --production"],
        ["remove"] = ["ahoy remove environment --environment stage", "ahoy remove service --yes"],
        ["serve"] = ["ahoy serve", "ahoy serve --data /var/lib/ahoy"],
        ["sign"] = ["ahoy sign https://example.com/sms", "curl -H \"$(ahoy sign https://example.com/sms)\" https://example.com/sms"],
        ["start"] = ["ahoy start", "ahoy start my-service --port 4000", "ahoy start --offline"],
        ["templates"] = ["ahoy templates", "ahoy templates -o json"],
        ["text"] = ["ahoy text /sms \"Hello\"", "ahoy text /sms \"A picture\" --media photo.jpg"],
        ["types"] = ["ahoy types", "ahoy types --check"],
    };

    /// <summary>The examples of a command; a few lines that can be typed as they are.</summary>
    /// <param name="path">The command's name behind <c>ahoy</c>, like <c>env set</c>.</param>
    public static IReadOnlyList<string> Of(string path) => s_examples.GetValueOrDefault(path, []);
}
