using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary><c>Sms</c>: sends a message during a call.</summary>
internal sealed class SmsVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "Sms";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Obeyed { get; } = ["to", "from", "action", "method", "statusCallback"];

    /// <inheritdoc/>
    public bool Answers => true;

    /// <inheritdoc/>
    public WorldTask<VerbResult> RunAsync(CallMachine machine, TwiMLElement element)
    {
        machine.Step(element, Obeyed, text: element.Text);
        var call = machine.Call;
        var message = new OutboundMessage
        {
            From = element.Attribute("from") ?? (call.IsInbound ? call.To : call.From),
            To = element.Attribute("to") ?? (call.IsInbound ? call.From : call.To),
            Body = element.Text,
            StatusCallback = machine.ActionOf(element, "statusCallback")?.Url,
            IsReply = true,
        };
        string status, sid;
        try
        {
            var sent = machine.World.Messages.Send(message, call.Activity);
            (status, sid) = (sent.Status.Name(), sent.Sid);
        }
        catch (TwilioErrorException error)
        {
            machine.Alert(Name, error.Code, error.Message, null);
            (status, sid) = ("failed", string.Empty);
        }

        return WorldTask.FromResult(machine.ActionOf(element) is { } action
            ? VerbResult.GoTo(action with { Parameters = [new("SmsSid", sid), new("SmsStatus", status)] })
            : VerbResult.Next);
    }
}
