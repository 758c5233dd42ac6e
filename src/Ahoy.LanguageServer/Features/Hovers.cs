using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Platform.Tracking;
using Ahoy.JavaScript.Syntax;
using Ahoy.LanguageServer.Projects;
using Ahoy.LanguageServer.Protocol;
using Ahoy.Model;

namespace Ahoy.LanguageServer.Features;

/// <summary>What is told of the place below the pointer: a finding, a variable (never its value), a header, a link, a handler.</summary>
internal sealed class Hovers : IFeature
{
    /// <inheritdoc/>
    public void Announce(JsonObject capabilities, ServerContext server) => capabilities["hoverProvider"] = true;

    /// <inheritdoc/>
    public IEnumerable<(string Method, Func<JsonElement, CancellationToken, Task<JsonNode?>> Answer)> Methods(ServerContext server)
    {
        yield return ("textDocument/hover", (parameters, cancellation) => FindAsync(server, parameters, cancellation));
    }

    private static async Task<JsonNode?> FindAsync(ServerContext server, JsonElement parameters, CancellationToken cancellation)
    {
        if (server.Open(parameters, cancellation) is not { } open)
        {
            return null;
        }

        var offset = open.Document.Map.OffsetOf(parameters.At("position"));
        var parts = new List<(string Text, int Start, int End)>();
        foreach (var finding in server.Projects.Find(open.Project, open.File, open.Document.Path).Where(static finding => finding.Severity != Severity.None))
        {
            if (finding.Start <= offset && offset <= finding.End)
            {
                parts.Add(($"**[{finding.Rule.Id}]({finding.Rule.HelpLink})** {finding.Rule.Title}", finding.Start, finding.End));
            }
        }

        if (!open.File.Source.IsMarkup)
        {
            AddVariable(open, offset, parts);
            AddHeader(open, offset, parts);
        }

        if (Link.In(open.File).FirstOrDefault(link => link.Start <= offset && offset <= link.End) is { } found)
        {
            parts.Add((await DescribeAsync(found.Target, open.Project, cancellation).ConfigureAwait(false), found.Start, found.End));
        }
        else if (open.File.IsEndpoint && open.File.Source.Handlers.Known.FirstOrDefault(handler => handler.Export.Start <= offset && offset <= ((Node)handler.Function).Start) is { } handler)
        {
            parts.Add((await DescribeAsync(open.File.Resource, open.Project, cancellation).ConfigureAwait(false), handler.Export.Start, ((Node)handler.Function).Start));
        }

        return parts.Count == 0
            ? null
            : new JsonObject
            {
                ["contents"] = new JsonObject { ["kind"] = "markdown", ["value"] = string.Join("\n\n", parts.Select(part => part.Text)) },
                ["range"] = open.Document.Map.RangeOf(parts[0].Start, parts[0].End),
            };
    }

    private static void AddVariable(OpenFile open, int offset, List<(string Text, int Start, int End)> parts)
    {
        if (PropertyReads.Find(open.File.Source, ParameterValues.Context(open.File.Source)).All.FirstOrDefault(read => read.Place.Start <= offset && offset <= read.Place.End) is not { } read)
        {
            return;
        }

        var origin = open.Project.Summary.HasVariable(read.Name) && open.Project.EnvFile is { } file ? $"set in `{Path.GetRelativePath(open.Project.Folder, file).Replace('\\', '/')}`"
            : read.Name == ContextVariables.TwilioClientMethod ? "gives the client of Twilio's REST API"
            : ContextVariables.Contains(read.Name) ? "set by the platform"
            : "not set: neither the environment file nor the platform has it";
        parts.Add(($"`context.{read.Name}` {origin}", read.Place.Start, read.Place.End));
    }

    private static void AddHeader(OpenFile open, int offset, List<(string Text, int Start, int End)> parts)
    {
        if (HeaderReads.Of(open.File.Source).All.FirstOrDefault(read => read.Place.Start <= offset && offset <= read.Place.End) is not { } read)
        {
            return;
        }

        var text = RestrictedHeaders.Contains(read.Name) ? "is removed by the platform: Functions never get it"
            : read.Name.Any(char.IsAsciiLetterUpper) ? "never is there under this name: names of headers are in lower case"
            : "reaches Functions";
        parts.Add(($"The header `{read.Name}` {text}.", read.Place.Start, read.Place.End));
    }

    private static async Task<string> DescribeAsync(ProjectResource resource, EditorProject project, CancellationToken cancellation)
    {
        var text = new StringBuilder($"`{resource.Path}` {(resource.Kind == ResourceKind.Function ? "Function" : "Asset")}, {resource.Visibility.ToString().ToLowerInvariant()}, {resource.File}");
        if (resource.Kind == ResourceKind.Function && await RunningHost.FindAsync(project.Folder, cancellation).ConfigureAwait(false) is { } host)
        {
            text.Append("\n\nserved at ").Append(host.Url).Append(resource.Path);
            if (await host.LastResultAsync(resource.Path, cancellation).ConfigureAwait(false) is { } last)
            {
                text.Append("\n\nlast: ").Append(last);
            }
        }

        return text.ToString();
    }
}
