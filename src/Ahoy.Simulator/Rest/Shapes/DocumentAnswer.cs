using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Documents;
using Ahoy.Simulator.Rest.Requests;

namespace Ahoy.Simulator.Rest.Shapes;

/// <summary>
/// Answers an operation that has no state, of its document alone: what was sent comes back in the answer's shape, a list is empty, what is
/// removed is gone.
/// </summary>
internal static class DocumentAnswer
{
    public static RestAnswer Of(RestCall call)
    {
        var operation = call.Operation;
        if (operation.Answer is not { } schema || operation.Status == 204)
        {
            return new RestAnswer(operation.Status) { Stateful = false, Location = operation.Status is >= 300 and < 400 ? $"https://{call.Host}{call.Path}" : null };
        }

        if (operation.ListProperty is not null)
        {
            return ListPage.Answer<string>(call, [], key => key, (_, _) => null) with { Stateful = false };
        }

        while (schema.Properties.Length == 0 && schema.OneOf.Length > 0)
        {
            schema = schema.OneOf[0];
        }

        if (schema.Type == ApiType.Array)
        {
            return new RestAnswer(operation.Status, new JsonArray()) { Stateful = false };
        }

        var values = SentValues.Read(call, withDefaults: true);
        var self = call.IsCore ? RestPaths.WithoutExtension(call.Path) : call.Path;
        var isNew = operation is { Method: "POST", Path.Kind: PathKind.List };
        if (isNew && schema.Find("sid") is { } sid && !values.ContainsKey("sid") && Sids.Prefix(sid) is { } prefix)
        {
            values["sid"] = Sids.New(prefix);
        }

        if (isNew && operation.Path.Document.FindInstance(operation.Path) is { } instance)
        {
            var name = PropertyNames.FromParameter(RestPaths.LastParameter(instance.Template));
            self = values[name] is { } own ? $"{self}/{Uri.EscapeDataString(own.ToString())}" : self;
        }

        return new RestAnswer(operation.Status, AnswerShape.Build(call, schema, values, self)) { Stateful = false };
    }
}
