using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Publishing;

/// <summary>
/// What builds, uploads, and is served byte for byte: a service of files with random names and sizes, by a real build and a real deploy. What the platform
/// refuses, the build and a start refuse alike. <c>AHOY_SEED</c> runs one seed again.
/// </summary>
public sealed partial class RandomNamesTests(SdkPackage package)
{
    // Without wildcards: MSBuild itself fails where a name has one beside a tilde.
    private const string Alphabet = "abcXYZ019-_~.!=[]{}^`@,+&$;:'\"() #%<>|ü日é€\u00A0";

    private static readonly int[] s_sizes = [0, 1, 255, 4096, 65_537, 1_000_003];

    [Fact]
    public async Task RandomNamesAndSizes_ThatBuild_AreUploadedAndServed()
    {
        var seed = int.TryParse(System.Environment.GetEnvironmentVariable("AHOY_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        var random = new Random(seed);
        using var user = new TempFolder();
        await using var host = PublishTests.Serve(user);
        var (port, api) = await PublishTests.ReadyAsync(host);
        using var project = package.CreateProject("shop");
        var contents = WriteAssets(project, random);
        project.WriteFunction("hello.js");

        var refused = Refused((await project.DotnetAsync("build", "-tl:off")).Output).ToHashSet(StringComparer.Ordinal);
        var expected = contents.Keys.Where(name => RefusedByTheToolkit().IsMatch(name) || ("/" + name).Length > 255).ToHashSet(StringComparer.Ordinal);
        Assert.True(expected.SetEquals(refused), $"AHOY_SEED={seed}: the build and the Toolkit's check differ about {string.Join(" and ", expected.Except(refused).Concat(refused.Except(expected)))}");
        Assert.NotEmpty(refused);

        var start = await ProcessRunner.RunAsync(Dotnet.Program, ["exec", PublishTests.Command, "start", "--port", "0"], project.Folder, PublishTests.Environment(user), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(1, start.ExitCode);
        Assert.All(refused, name => Assert.Contains($"assets/{name}: the path", start.Error, StringComparison.Ordinal));

        foreach (var name in refused)
        {
            File.Delete(Path.Combine(project.Folder, "assets", name));
            contents.Remove(name);
        }

        var (domain, _) = await PublishTests.PublishAsync(project, user, api);
        using var http = new HttpClient();
        foreach (var (name, content) in contents)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}");
            request.Headers.Host = domain;
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"AHOY_SEED={seed}: {name}: {response.StatusCode}");
            var served = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.True(content.SequenceEqual(served), $"AHOY_SEED={seed}: {name}");
        }
    }

    private static Dictionary<string, byte[]> WriteAssets(OutsideProject project, Random random)
    {
        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        while (contents.Count < 150)
        {
            var folder = random.Next(4) == 0 ? "sub/" : "";
            var name = folder + "a" + string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => Alphabet[random.Next(Alphabet.Length)])) + "x.bin";
            if (Path.GetInvalidFileNameChars().Any(c => c != '/' && name.Contains(c, StringComparison.Ordinal)))
            {
                continue;
            }

            var content = new byte[s_sizes[random.Next(s_sizes.Length)]];
            random.NextBytes(content);
            contents[name] = content;
        }

        // At and above the length that a path may have.
        contents["l/" + new string('a', 252)] = [1];
        contents["m/" + new string('a', 253)] = [2];
        foreach (var (name, content) in contents)
        {
            var file = Path.Combine(project.Folder, "assets", name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content);
        }

        return contents;
    }

    private static IEnumerable<string> Refused(string output) => Error().Matches(output).Select(match => match.Groups["name"].Value.TrimEnd());

    [GeneratedRegex(@"/shop/assets/(?<name>.*?)\s*: error AHOY5005: ")]
    private static partial Regex Error();

    [GeneratedRegex("""[;,?:@+&$()' "#\\%<>|*\s]""")]
    private static partial Regex RefusedByTheToolkit();
}
