using System.Text;
using Ahoy.Fuzzing.Engine;
using Ahoy.Model;

namespace Ahoy.Fuzzing.Targets;

/// <summary>The readers of lock files and of YAML: what they say, or the line where the file is wrong. The first byte chooses the reader.</summary>
internal sealed class LockFileTarget : IFuzzTarget
{
    private static readonly PackageManifest s_manifest = PackageManifest.Parse("""{ "dependencies": { "a": "^1.0.0", "b": "workspace:*" } }""", "package.json");
    private static readonly ProjectPackages s_packages = ProjectPackages.Find(AppContext.BaseDirectory, s_manifest);

    private static readonly Func<string, object?>[] s_readers =
    [
        text => NpmLockReader.Read(text, "lock", ""),
        text => PnpmLockReader.Read(text, "lock", ""),
        text => YarnLockReader.Read(text, "lock", ""),
        text => YarnClassicLockReader.Read(text, "lock", s_packages, s_manifest),
        text => BunLockReader.Read(text, "lock", ""),
        text => YamlReader.Parse(text, isTyped: true),
    ];

    public string Name => "lock-file";

    public IEnumerable<byte[]> Seeds { get; } =
    [
        .. new[]
        {
            "\0{\"packages\":{\"\":{\"dependencies\":{\"a\":\"^1.0.0\"}},\"node_modules/a\":{\"version\":\"1.0.0\"},\"node_modules/b\":{\"link\":true}}}",
            "\u0001importers:\n  .:\n    dependencies:\n      a: { specifier: ^1.0.0, version: 1.0.0(c@2) }\n      b: { specifier: 'workspace:*', version: 'link:../b' }\n",
            "\u0002__metadata:\n  version: 8\n\"a@npm:^1.0.0\":\n  version: 1.0.0\n  resolution: \"a@npm:1.0.0\"\n\"x@workspace:.\":\n  resolution: \"x@workspace:.\"\n  dependencies:\n    a: \"npm:^1.0.0\"\n",
            "\u0003# yarn lockfile v1\n\n\"a@^1.0.0\", a@1:\n  version \"1.0.0\"\n  dependencies:\n    c \"^2\"\n",
            "\u0004{ \"workspaces\": { \"\": { \"dependencies\": { \"a\": \"^1.0.0\", } } }, \"packages\": { \"a\": [\"a@1.0.0\", \"\"], }, }",
            "\u0005base: &base { port: 3000, flag: true }\nstart:\n  <<: *base\n  env: |\n    text\nlist: [1, ~, 'x']\n",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public void Run(byte[] input)
    {
        if (input.Length == 0)
        {
            return;
        }

        var text = Encoding.UTF8.GetString(input.AsSpan(1));
        try
        {
            s_readers[input[0] % s_readers.Length](text);
        }
        catch (PackageManifestException e)
        {
            Check.That(e.Line >= 0 && e.Message.Length > 0, "an error says what is wrong");
        }
        catch (YamlException e)
        {
            Check.That(e.Line >= 1 && e.Message.Length > 0, "an error says what is wrong, and in which line");
        }
    }

    public void Dispose()
    {
    }
}
