using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ahoy.LanguageServer.Protocol;
using Ahoy.Model;

namespace Ahoy.LanguageServer.Features;

/// <summary>
/// What can stand behind the cursor: variables of <c>context</c>, keys of <c>getFunctions()</c> and <c>getAssets()</c>, headers, methods of <c>Twilio.Response</c>, verbs and attributes
/// of TwiML. It looks at the text before the cursor, because half-written code has no tree to speak of.
/// </summary>
internal sealed partial class Completions : IFeature
{
    private const int Property = 10;
    private const int Method = 2;
    private const int File = 17;

    private static readonly string[] s_headers =
    [
        "accept", "accept-language", "authorization", "content-type", "cookie", "i-twilio-idempotency-token", "origin", "user-agent", "x-home-region", "x-twilio-signature",
    ];

    private static readonly (string Name, string Detail)[] s_responseMethods =
    [
        ("setStatusCode", "setStatusCode(code): the status of HTTP"), ("setBody", "setBody(body): a text, a Buffer, or what becomes JSON"),
        ("setHeaders", "setHeaders({ name: value }): all headers"), ("appendHeader", "appendHeader(name, value): one more"),
        ("setCookie", "setCookie(name, value, attributes)"), ("removeCookie", "removeCookie(name)"),
    ];

    /// <inheritdoc/>
    public void Announce(JsonObject capabilities, ServerContext server) =>
        capabilities["completionProvider"] = new JsonObject { ["triggerCharacters"] = new JsonArray(".", "'", "\"", "`", "[", "<", " ") };

    /// <inheritdoc/>
    public IEnumerable<(string Method, Func<JsonElement, CancellationToken, Task<JsonNode?>> Answer)> Methods(ServerContext server)
    {
        yield return ("textDocument/completion", (parameters, cancellation) => Task.FromResult<JsonNode?>(Find(server, parameters, cancellation)));
    }

    private static JsonArray Find(ServerContext server, JsonElement parameters, CancellationToken cancellation)
    {
        if (server.Open(parameters, cancellation) is not { } open)
        {
            return [];
        }

        var offset = open.Document.Map.OffsetOf(parameters.At("position"));
        var line = open.File.Text.AsSpan(0, offset);
        var start = line.LastIndexOf('\n') + 1;
        var before = line[start..].ToString();
        if (open.File.Source.IsMarkup)
        {
            return OfMarkup(open, offset, before);
        }

        if (ContextEnd().Match(before) is { Success: true } context)
        {
            var fromFile = open.Project.Summary.Variables.Select(name => (name, "set in the environment file"));
            var platform = ContextVariables.Names.Append(ContextVariables.TwilioClientMethod).Select(name => (name, "set by the platform"));
            return Items(open, offset, context.Groups["typed"].Length, fromFile.Concat(platform).DistinctBy(item => item.Item1), Property);
        }

        if (KeyEnd().Match(before) is { Success: true } key)
        {
            var isFunction = key.Groups["method"].Value == "getFunctions";
            var keys = open.Project.Resources
                .Where(resource => isFunction ? resource.Kind == ResourceKind.Function : resource is { Kind: ResourceKind.Asset, Visibility: Visibility.Private })
                .Select(resource => (isFunction ? resource.Path.TrimStart('/') : resource.Path, resource.File));
            return Items(open, offset, key.Groups["typed"].Length, keys, File);
        }

        if (HeaderEnd().Match(before) is { Success: true } header)
        {
            return Items(open, offset, header.Groups["typed"].Length, s_headers.Where(name => !RestrictedHeaders.Contains(name)).Select(name => (name, "a header of the request")), Property);
        }

        if (ResponseEnd().Match(before) is { Success: true } response && IsResponse(open.File.Text, response.Groups["name"].Value))
        {
            return Items(open, offset, response.Groups["typed"].Length, s_responseMethods, Method);
        }

        return TwiMLEnd().Match(before) is { Success: true } twiml && SchemaOf(open.File.Text, twiml.Groups["name"].Value) is { } schema
            ? Items(open, offset, twiml.Groups["typed"].Length, schema.MethodsOf(TwiMLSchema.Root).Select(method => (method.Key, $"<{method.Value}>")), Method)
            : [];
    }

    private static JsonArray OfMarkup(OpenFile open, int offset, string before)
    {
        if (TagEnd().Match(before) is { Success: true } tag)
        {
            return Items(open, offset, tag.Groups["typed"].Length, TwiMLSchema.Voice.Elements.Concat(TwiMLSchema.Message.Elements).Distinct().Select(name => (name, "TwiML")), Property);
        }

        if (AttributeEnd().Match(before) is { Success: true } attribute && attribute.Groups["tag"].Value is var name)
        {
            var schema = TwiMLSchema.Voice.Has(name) ? TwiMLSchema.Voice : TwiMLSchema.Message.Has(name) ? TwiMLSchema.Message : null;
            return schema is null ? [] : Items(open, offset, attribute.Groups["typed"].Length, schema.AttributesOf(name).Select(item => (item, $"of <{name}>")), Property);
        }

        return [];
    }

    private static JsonArray Items(OpenFile open, int offset, int typed, IEnumerable<(string Name, string Detail)> items, int kind)
    {
        var range = open.Document.Map.RangeOf(offset - typed, offset);
        return new JsonArray([.. items.Select(item => new JsonObject
        {
            ["label"] = item.Name,
            ["kind"] = kind,
            ["detail"] = item.Detail,
            ["textEdit"] = new JsonObject { ["range"] = range.DeepClone(), ["newText"] = item.Name },
        })]);
    }

    private static bool IsResponse(string text, string name) =>
        Regex.IsMatch(text, $@"\b{Regex.Escape(name)}\s*=\s*new\s+(?:Twilio\.)?Response\b", RegexOptions.CultureInvariant);

    private static TwiMLSchema? SchemaOf(string text, string name) =>
        Regex.Match(text, $@"\b{Regex.Escape(name)}\s*=\s*new\s+Twilio\.twiml\.(?<kind>\w+)Response\b", RegexOptions.CultureInvariant) is { Success: true } match
            ? match.Groups["kind"].Value == "Voice" ? TwiMLSchema.Voice : TwiMLSchema.Message
            : null;

    [GeneratedRegex(@"\bcontext\s*\??\.\s*(?<typed>\w*)$", RegexOptions.CultureInvariant)]
    private static partial Regex ContextEnd();

    [GeneratedRegex("""\bRuntime\s*\.\s*(?<method>getFunctions|getAssets)\s*\(\s*\)\s*\[\s*['"`](?<typed>[^'"`]*)$""", RegexOptions.CultureInvariant)]
    private static partial Regex KeyEnd();

    [GeneratedRegex("""\brequest\s*\.\s*headers\s*(?:\[\s*['"`](?<typed>[^'"`]*)|\.\s*(?<typed>\w*))$""", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderEnd();

    [GeneratedRegex(@"\b(?<name>\w+)(?:\s*\.\s*\w+\([^()]*\))*\s*\.\s*(?<typed>\w*)$", RegexOptions.CultureInvariant)]
    private static partial Regex ResponseEnd();

    [GeneratedRegex(@"\b(?<name>\w+)\s*\.\s*(?<typed>\w*)$", RegexOptions.CultureInvariant)]
    private static partial Regex TwiMLEnd();

    [GeneratedRegex(@"<(?<typed>\w*)$", RegexOptions.CultureInvariant)]
    private static partial Regex TagEnd();

    [GeneratedRegex("""<(?<tag>\w+)(?:\s+\w+\s*=\s*(?:"[^"]*"|'[^']*'))*\s+(?<typed>\w*)$""", RegexOptions.CultureInvariant)]
    private static partial Regex AttributeEnd();
}
