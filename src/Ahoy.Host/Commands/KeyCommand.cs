using System.CommandLine;
using Ahoy.Host.Storage;

namespace Ahoy.Host.Commands;

/// <summary><c>ahoy key add|remove</c>: the API keys of a host, for those who should not have the account's own secret.</summary>
internal static class KeyCommand
{
    public static Command Create()
    {
        var data = LastOption.Text("--data", "The host's data folder.", "-d");
        var name = LastOption.Text("--name", "What the key is for.", "-n");
        var sid = new Argument<string>("sid") { Description = "The key's SID." };

        var add = new Command("add", "Creates an API key. Its secret is shown only once.") { data, name };
        add.SetAction((parsed, cancellation) => WithKeysAsync(parsed.GetValue(data), async keys =>
        {
            var (key, secret) = await keys.CreateAsync(parsed.GetValue(name) ?? "", cancellation).ConfigureAwait(false);
            await Console.Out.WriteLineAsync($"{key}\n{secret}").ConfigureAwait(false);
            return null;
        }));

        var remove = new Command("remove", "Removes an API key, so that it opens nothing any more.") { sid, data };
        remove.SetAction((parsed, cancellation) => WithKeysAsync(
            parsed.GetValue(data),
            async keys => await keys.DeleteAsync(parsed.GetValue(sid)!, cancellation).ConfigureAwait(false)
                ? null
                : $"There is no API key '{parsed.GetValue(sid)}'."));

        return new Command("key", "Creates and removes API keys of a host.") { add, remove };
    }

    // Beside a host that runs: SQLite keeps the two apart.
    private static async Task<int> WithKeysAsync(string? folder, Func<ApiKeyStore, Task<string?>> use)
    {
        var file = Path.Combine(Path.GetFullPath(folder ?? DataFolder.DefaultPath), DataFolder.DatabaseName);
        string? problem;
        if (File.Exists(file))
        {
            using var database = Database.Open(file);
            problem = await use(new ApiKeyStore(database, TimeProvider.System)).ConfigureAwait(false);
        }
        else
        {
            problem = $"{file}: no host has kept its data there. Name its folder with --data.";
        }

        if (problem is null)
        {
            return 0;
        }

        await Console.Error.WriteLineAsync(problem).ConfigureAwait(false);
        return 1;
    }
}
