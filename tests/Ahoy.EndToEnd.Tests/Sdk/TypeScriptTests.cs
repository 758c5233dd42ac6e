using System.Net;
using System.Net.Sockets;
using Ahoy.EndToEnd.Tests.Publishing;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Sdk;

/// <summary>Projects in TypeScript as users have them: debugged in the source, built a second time, made from the template, come from the Toolkit.</summary>
public class TypeScriptTests(SdkPackage package)
{
    private const string Settings = """
        { "compilerOptions": { "target": "es2017", "module": "commonjs", "lib": ["es2022"], "types": [], "strict": true, "skipLibCheck": true }, "include": ["src"] }
        """;

    // The types move every line of what is compiled.
    private const string Greeting = """
        interface Greeting {
          readonly name?: string;
          readonly language?: 'en' | 'de';
        }

        type Words = Record<NonNullable<Greeting['language']>, string>;

        const words: Words = { en: 'Ahoy', de: 'Ahoi' };

        export const handler: Ahoy.Handler<Greeting> = (context, event, callback) => {
          const word = words[event.language ?? 'en'];
          const answer = `${word}, ${event.name ?? 'you'}`;
          callback(null, answer);
        };

        """;

    private const int AnswerLine = 12;

    [Fact]
    public async Task Breakpoint_InTheSource_IsHit()
    {
        using var project = await CreateAsync();
        project.Write("src/functions/greet.ts", Greeting);
        var debugPort = FreePort();
        await using var service = await RunningService.StartAsync(project.Start("run", "--", "--port", "0", "--no-page", $"--inspect={debugPort}"));
        using var debugger = await DebuggerClient.AttachAsync(debugPort);
        Assert.Equal("Ahoy, you", await TextAsync(service, "/greet"));
        await debugger.SendAsync("Runtime.evaluate", new { expression = "'what was loaded has been told'" });

        // As an editor does it: the map that the script names says which of its lines a line of the source is.
        var script = debugger.ScriptWithMap("greet.js");
        var map = new Uri(new Uri(script.Url), script.Map).LocalPath;
        var line = await CompiledLineAsync(map, "greet.ts", AnswerLine);
        await debugger.SendAsync("Debugger.setBreakpointByUrl", new { url = script.Url, lineNumber = line - 1 });
        var answer = TextAsync(service, "/greet?language=de&name=Ada");
        var frame = await debugger.WaitForPauseAsync();
        var word = await debugger.SendAsync("Debugger.evaluateOnCallFrame", new { callFrameId = (string)frame["callFrameId"]!, expression = "word" });

        Assert.NotEqual(AnswerLine, line);
        Assert.Equal("Ahoi", (string?)word["result"]!["value"]);
        Assert.Equal(line - 1, (int)frame["location"]!["lineNumber"]!);
        await debugger.SendAsync("Debugger.resume");
        Assert.Equal("Ahoi, Ada", await answer);
    }

    [Fact]
    public async Task Build_WithNothingChanged_CompilesNothing()
    {
        using var project = await CreateAsync(copies: true);
        project.Write("src/functions/greet.ts", Greeting);
        await project.BuildAsync();
        var before = Written(project);

        // A compiler that is asked would fail.
        var file = new FileInfo(Path.Combine(project.Folder, "node_modules", "typescript", "lib", "typescript.js"));
        var written = file.LastWriteTimeUtc;
        File.WriteAllText(file.FullName, "throw new Error('asked');");
        file.LastWriteTimeUtc = written;
        var output = await project.BuildAsync();

        Assert.Contains("0 Error(s)", output);
        Assert.Equal(before, Written(project));
    }

    /// <summary>A clone's first build, in which nothing is compiled yet when the project is read, serves nobody what the project protects.</summary>
    [Fact]
    public async Task Items_OfSources_SayHowWhatIsMadeOfThemIsServed_FromTheFirstBuildOn()
    {
        using var project = await CreateAsync(projectFile: """
            <Project Sdk="Ahoy.Sdk/0.1.0">
              <ItemGroup>
                <AhoyFunction Update="src/functions/admin.ts" Visibility="protected" />
                <AhoyFunction Update="src/functions/plain.js" Path="/other" />
                <AhoyFunction Remove="src/functions/draft.ts" />
                <AhoyAsset Update="src/assets/prices.json" Visibility="private" />
                <AhoyAsset Remove="src/assets/notes.txt" />
              </ItemGroup>
            </Project>
            """);
        foreach (var name in (string[])["greet", "admin", "draft", "voice/menu"])
        {
            project.Write($"src/functions/{name}.ts", Greeting);
        }

        project.Write("src/functions/plain.js", "exports.handler = (context, event, callback) => callback(null, 'plain');\n");
        foreach (var name in (string[])["prices.json", "notes.txt", "logo.svg"])
        {
            project.Write($"src/assets/{name}", "{}");
        }

        foreach (var _ in (int[])[1, 2])
        {
            await project.BuildAsync();
            using var build = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(project.Folder, "bin", "Debug", "net10.0", "ahoy", "build.json"), TestContext.Current.CancellationToken));
            Assert.Equal(
                ["/admin protected", "/greet public", "/logo.svg public", "/other public", "/prices.json private", "/voice/menu public"],
                build.RootElement.GetProperty("resources").EnumerateArray().Select(item => $"{item.GetProperty("path").GetString()} {item.GetProperty("visibility").GetString()}").Order(StringComparer.Ordinal));
            project.Write("src/functions/greet.ts", Greeting + "// again\n");
        }
    }

    [Fact]
    public async Task NewFromTheTemplate_BuildsAnswersAndPassesItsTest()
    {
        using var project = package.CreateProject("tour");
        File.Delete(Path.Combine(project.Folder, "tour.csproj"));
        var hive = Path.Combine(Path.GetDirectoryName(project.Folder)!, "hive");
        var install = await project.DotnetAsync("new", "install", Repository.Combine("src", "Ahoy.Templates", "content", "service-ts"), "--debug:custom-hive", hive);
        Assert.True(install.ExitCode == 0, install.ToString());
        var created = await project.DotnetAsync("new", "ahoy-ts", "-n", "tour", "-o", ".", "--debug:custom-hive", hive);
        Assert.True(created.ExitCode == 0, created.ToString());

        Assert.Contains("0 Warning(s)", await project.BuildAsync());
        await using (var service = await RunningService.StartAsync(project.Start("run", "--no-build", "--", "--port", "0")))
        {
            Assert.Contains("Ada", await TextAsync(service, "/hello?name=Ada"));
        }

        var test = await ProcessRunner.RunAsync("npm", ["test"], project.Folder, timeout: TimeSpan.FromMinutes(1), cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(test.ExitCode == 0, test.ToString());
        Assert.Contains("pass 1", test.Output);
    }

    /// <summary>What the Serverless Toolkit's TypeScript template lays out, with its types, from a clone to a deploy.</summary>
    [Fact]
    public async Task ToolkitsLayout_GoesFromCloneToDeploy()
    {
        using var project = package.CreateProject("shop");
        project.Write("package.json", """
            {
              "name": "shop", "version": "0.0.0", "private": true,
              "scripts": { "test": "tsc --noEmit", "build": "tsc && npm run build:copy-assets", "build:copy-assets": "copyfiles src/assets/* src/assets/**/* --up 2 --exclude **/*.ts dist/assets/", "start": "twilio-run" },
              "dependencies": { "@twilio-labs/serverless-runtime-types": "^4.0.0", "@twilio/runtime-handler": "2.1.2", "twilio": "^5.0.0" },
              "devDependencies": { "typescript": "^5.9.0" },
              "engines": { "node": "22" }
            }
            """);
        project.Write("tsconfig.json", """
            { "compilerOptions": { "target": "es2018", "module": "commonjs", "outDir": "dist", "rootDir": "src", "strict": true, "esModuleInterop": true, "skipLibCheck": true, "forceConsistentCasingInFileNames": true }, "include": ["src"] }
            """);
        project.Write(".gitignore", "node_modules/\ndist/\n.env\n");
        project.Write(".env", "ACCOUNT_SID=\nAUTH_TOKEN=\n");
        project.Write(".nvmrc", "22\n");
        project.Write("src/assets/greeting.private.ts", "export const greet = (name: string) => `Hello ${name}!`;\n");
        project.Write("src/assets/index.html", "<h1>typed</h1>\n");
        project.Write("src/functions/hello-world.ts", """
            import '@twilio-labs/serverless-runtime-types';
            import { Context, ServerlessCallback, ServerlessEventObject, ServerlessFunctionSignature } from '@twilio-labs/serverless-runtime-types/types';
            import * as Greeting from '../assets/greeting.private';

            type MyEvent = ServerlessEventObject<{ name?: string }>;
            type MyContext = { GREETING?: string };

            export const handler: ServerlessFunctionSignature<MyContext, MyEvent> = function (context: Context<MyContext>, event: MyEvent, callback: ServerlessCallback) {
              const { path } = Runtime.getAssets()['/greeting.js'];
              const { greet } = require(path) as typeof Greeting;
              const twiml = new Twilio.twiml.VoiceResponse();
              twiml.say(greet(event.name ?? 'World'));
              callback(null, twiml);
            };

            """);

        await project.BuildAsync();
        using var user = new TempFolder();
        await using var host = PublishTests.Serve(user);
        var (port, api) = await PublishTests.ReadyAsync(host);
        var deployed = await PublishTests.PublishAsync(project, user, api);

        Assert.Contains("<Say>Hello Ada!</Say>", (await AskAsync(port, deployed.Domain, "/hello-world?name=Ada")).Text);
        Assert.Contains("<h1>typed</h1>", (await AskAsync(port, deployed.Domain, "/index.html")).Text);
        foreach (var path in new[] { "/hello-world.js.map", "/hello-world.ts", "/greeting.js", "/greeting.js.map", "/greeting.ts" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(port, deployed.Domain, path)).Status);
        }
    }

    private async Task<OutsideProject> CreateAsync(bool copies = false, string? projectFile = null)
    {
        var packages = await NodePackages.InstallAsync(Path.Combine(AppContext.BaseDirectory, "Sdk", "TypeScript"));
        var project = package.CreateProject(projectFile: projectFile);
        project.Write("package.json", """{ "name": "typed" }""");
        project.Write("tsconfig.json", Settings);
        var (installed, own) = (Path.Combine(packages, "typescript"), Path.Combine(project.Folder, "node_modules", "typescript"));
        Directory.CreateDirectory(Path.GetDirectoryName(own)!);
        if (!copies)
        {
            Directory.CreateSymbolicLink(own, installed);
            return project;
        }

        foreach (var source in Directory.EnumerateFiles(installed, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(own, Path.GetRelativePath(installed, source));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }

        return project;
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(string port, string domain, string path)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}{path}");
        request.Headers.Host = domain;
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static SortedDictionary<string, DateTime> Written(OutsideProject project) => new(
        Directory.EnumerateFiles(Path.Combine(project.Folder, "dist"), "*", SearchOption.AllDirectories).ToDictionary(file => file, File.GetLastWriteTimeUtc), StringComparer.Ordinal);

    // Node's own reader of maps says it, as a debugger would find it.
    private static async Task<int> CompiledLineAsync(string map, string source, int line)
    {
        const string script = """
            const [file, source, line] = process.argv.slice(1);
            const map = new (require('node:module').SourceMap)(JSON.parse(require('node:fs').readFileSync(file, 'utf8')));
            for (let at = 0; at < 1000; at++) {
              for (let column = 0; column < 80; column++) {
                const entry = map.findEntry(at, column);
                if (entry.generatedLine === at && entry.originalLine === line - 1 && entry.originalSource.endsWith(source)) {
                  console.log(at + 1);
                  process.exit();
                }
              }
            }
            """;
        var result = await ProcessRunner.RunAsync("node", ["-e", script, map, source, line.ToString(System.Globalization.CultureInfo.InvariantCulture)], Path.GetDirectoryName(map)!);
        Assert.True(result.ExitCode == 0, result.ToString());
        return int.Parse(result.Output.Trim(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<string> TextAsync(RunningService service, string path)
    {
        using var answer = await service.GetAsync(path);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
