using System.Text;
using System.Text.RegularExpressions;
using Ahoy.Model;

namespace Ahoy.Bundling.TypeScript;

/// <summary>The text of <c>ahoy.d.ts</c>.</summary>
internal static class TypesText
{
    private const string VariablesStart = "    // The project's own variables.";
    private const string PlatformStart = "    // The platform's.";
    private static readonly Regex s_name = new(@"^[A-Za-z_$][\w$]*$", RegexOptions.CultureInvariant);
    private static readonly Regex s_variable = new(@"^    readonly (?:'((?:[^'\\]|\\.)*)'|([\w$]+)): string;$", RegexOptions.CultureInvariant);

    /// <summary>Writes it.</summary>
    public static string Write(TypesContent content)
    {
        var text = new StringBuilder("""
            // What Twilio's platform gives to the Functions of this service. Ahoy writes this file when the project is built, and by `ahoy types`:
            // changes that are made here are lost. Commit it; `ahoy types --check` says whether it is current.
            /* eslint-disable */

            declare namespace Ahoy {
              /** What `context` holds. */
              interface Context {

            """);
        text.Append(VariablesStart).Append('\n');
        var own = new SortedSet<string>(content.Variables, StringComparer.Ordinal);
        foreach (var name in own)
        {
            text.Append($"    readonly {Key(name)}: string;\n");
        }

        text.Append(PlatformStart).Append('\n');
        foreach (var (name, type) in PlatformVariables.Where(variable => !own.Contains(variable.Name)))
        {
            text.Append($"    readonly {name}: {type};\n");
        }

        var client = content.HasTwilio ? "import('twilio').Twilio" : "any";
        text.Append("    /** The REST client of the account. */\n").Append($"    getTwilioClient(options?: object): {client};\n  }}\n\n");
        text.Append(s_platform);
        WriteKeys(text, "Assets", "The private Assets, by path.", content.PrivateAssets, "Asset");
        WriteKeys(text, "Functions", "The Functions, by path without the first slash.", content.Functions, "FunctionFile");
        var sync = content.HasTwilio ? "ReturnType<import('twilio').Twilio['sync']['v1']['services']>" : "any";
        text.Append("  interface Runtime {\n    getAssets(): Assets;\n    getFunctions(): Functions;\n    getSync(options?: { serviceName?: string }): ");
        text.Append(sync == "any" ? "any" : $"{sync} & {{ maps: {sync}['syncMaps']; lists: {sync}['syncLists'] }}").Append(";\n  }\n}\n");
        WriteGlobals(text, content);
        return text.ToString().Replace("\r\n", "\n");
    }

    /// <summary>The variables that an earlier text names.</summary>
    public static IEnumerable<string> ReadVariables(string text) => text.Split('\n')
        .SkipWhile(line => line != VariablesStart)
        .TakeWhile(line => line != PlatformStart)
        .Select(line => s_variable.Match(line))
        .Where(match => match.Success)
        .Select(match => match.Groups[2].Success ? match.Groups[2].Value : Regex.Unescape(match.Groups[1].Value));

    private static IEnumerable<(string Name, string Type)> PlatformVariables =>
    [
        (AccountVariables.Sid, "string | null"),
        (AccountVariables.AuthToken, "string | null"),
        ("DOMAIN_NAME", "string"),
        ("PATH", "string"),
        ("SERVICE_SID", "string | undefined"),
        ("ENVIRONMENT_SID", "string | undefined"),
        ("TWILIO_REGION", "string | undefined"),
        ("TWILIO_EDGE", "string | undefined"),
    ];

    private static void WriteKeys(StringBuilder text, string name, string summary, IEnumerable<string> keys, string type)
    {
        text.Append($"  /** {summary} */\n  interface {name} {{\n");
        foreach (var key in keys.OrderBy(key => key, StringComparer.Ordinal))
        {
            text.Append($"    readonly {Quoted(key)}: {type};\n");
        }

        text.Append("  }\n\n");
    }

    private static void WriteGlobals(StringBuilder text, TypesContent content)
    {
        if (content.HasRuntimeTypes)
        {
            text.Append("\n// Twilio and Runtime are declared by @twilio-labs/serverless-runtime-types.\n");
            return;
        }

        text.Append("\ndeclare const Runtime: Ahoy.Runtime;\n");
        text.Append(content.HasTwilio
            ? "declare const Twilio: typeof import('twilio') & { Response: Ahoy.ResponseConstructor };\n"
            : "// Install the package 'twilio' for the types of its classes.\ndeclare const Twilio: any;\n");
        text.Append(content.DeclaresResponse
            ? "declare var Response: Ahoy.ResponseConstructor;\n"
            : "// The global Response has another type in the libraries of this project: write Twilio.Response.\n");
    }

    private static string Key(string name) => s_name.IsMatch(name) ? name : Quoted(name);

    private static string Quoted(string text) => $"'{text.Replace("\\", "\\\\").Replace("'", "\\'")}'";

    private static readonly string s_platform = """
          /** What each request has. */
          interface Request {
            readonly headers: { readonly [name: string]: string | string[] | undefined };
            readonly cookies: { readonly [name: string]: string | undefined };
          }

          /** The parameters of the request, and the request itself. */
          type Event<Parameters = {}> = Parameters & { readonly request: Request };

          /** Ends the invocation: with an error, or with what is answered. */
          type Callback = (error?: unknown, payload?: unknown) => void;

          /** What a Function exports as `handler`. */
          type Handler<Parameters = {}> = (context: Context, event: Event<Parameters>, callback: Callback) => void | Promise<void>;

          /** An answer with a status, headers and cookies. */
          interface Response {
            setStatusCode(statusCode: number): this;
            setBody(body: unknown): this;
            setHeaders(headers: { [name: string]: string | string[] }): this;
            appendHeader(name: string, value: string | string[]): this;
            setCookie(name: string, value: string, attributes?: string[]): this;
            removeCookie(name: string): this;
          }

          interface ResponseConstructor {
            new (init?: { statusCode?: number; body?: unknown; headers?: { [name: string]: string | string[] } }): Response;
          }

          interface Asset {
            readonly path: string;
            open(): string;
          }

          interface FunctionFile {
            readonly path: string;
          }


        """;
}
