using System.Text;
using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Platform.Responses;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Headers;

/// <summary>Makes a <c>Twilio.Response</c> of what stands in the object.</summary>
internal sealed class Ahoy3007ToTwilioResponseFix : FileFixer
{
    public override string RuleId => "AHOY3007";

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        var file = request.File.Source;
        if (request.Nearest<ObjectExpression>() is { } literal
            && literal.Start == request.Start
            && ForeignResponses.IsWhole(file, literal)
            && !file.Comments.Any(comment => comment.Start >= literal.Start && comment.End <= literal.End)
            && !file.Scopes.References.Any(reference => reference.Identifier.Name == "Twilio" && reference.Binding is not null))
        {
            var chain = new StringBuilder("new Twilio.Response()");
            foreach (var property in literal.Properties.OfType<Property>())
            {
                var method = file.Constants.NameOf(property) switch { "body" => "setBody", "headers" => "setHeaders", _ => "setStatusCode" };
                chain.Append('.').Append(method).Append('(').Append(request.Layout.TextOf(property.Value)).Append(')');
            }

            yield return new Fix("Answer with a Twilio.Response", RuleId, new EditList().Replace(literal.Start, literal.End, chain.ToString()).Edits);
        }
    }
}
