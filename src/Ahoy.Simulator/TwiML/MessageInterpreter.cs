using System.Globalization;
using System.Text;
using Ahoy.Model;
using Ahoy.Simulator.Webhooks;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML;

/// <summary>Carries an inbound message's TwiML out: Message with Body and Media, and Redirect.</summary>
internal sealed class MessageInterpreter
{
    /// <summary>How many documents one message may ask for. Page: error 14106.</summary>
    public const int MaximumDocuments = 50;

    /// <summary>How many messages may answer one. Page: error 14109.</summary>
    public const int MaximumReplies = 10;

    private readonly TwilioWorld _world;
    private readonly Message _inbound;
    private readonly Activity _activity;
    private readonly CookieJar _jar;
    private int _replies;

    /// <param name="world">The world.</param>
    /// <param name="inbound">The message.</param>
    /// <param name="activity">What it belongs to.</param>
    public MessageInterpreter(TwilioWorld world, Message inbound, Activity activity)
    {
        _world = world;
        _inbound = inbound;
        _activity = activity;
        _jar = world.Messages.JarOf(inbound.From!, inbound.To);
    }

    /// <summary>What the first webhook answered, and what came of it.</summary>
    public WebhookOutcome? Outcome { get; private set; }

    /// <summary>Asks the webhook, and does what it answers.</summary>
    /// <param name="url">The webhook.</param>
    /// <param name="method">GET or POST.</param>
    /// <param name="fallbackUrl">What is asked where that fails.</param>
    /// <param name="fallbackMethod">GET or POST.</param>
    public async WorldTask<Nothing> RunAsync(string url, string method, string? fallbackUrl, string fallbackMethod)
    {
        IReadOnlyList<KeyValuePair<string, string>> parameters = MessageParameters.OfInbound(_world, _inbound);
        for (var documents = 1; documents <= MaximumDocuments; documents++)
        {
            var response = await _world.RequestAsync(_activity, method, url, parameters, _jar);
            var answer = TwiMLAnswer.Read(response, url, takesAudio: false);
            Note(response, answer);
            if (answer.Alert != 0)
            {
                _world.RaiseAlert(answer.Alert, answer.Error!, url, _inbound.Sid);
                if (fallbackUrl is null)
                {
                    return default;
                }

                parameters =
                [
                    .. MessageParameters.OfInbound(_world, _inbound),
                    new("ErrorCode", answer.Alert.ToString(CultureInfo.InvariantCulture)),
                    new("ErrorUrl", url),
                ];
                (url, method, fallbackUrl) = (fallbackUrl, fallbackMethod, null);
                continue;
            }

            if (answer.Document is null)
            {
                if (answer.Text is { Length: > 0 } text)
                {
                    Send(new OutboundMessage { From = _inbound.To, To = _inbound.From, Body = text, IsReply = true }, url);
                }

                return default;
            }

            if (Execute(answer.Document, url) is not { } redirect)
            {
                return default;
            }

            (url, method) = (redirect.Url, redirect.Method);
            parameters = [.. MessageParameters.OfInbound(_world, _inbound), .. redirect.Parameters];
        }

        Alert(14106, $"Document retrieval limit reached: the message has asked for {MaximumDocuments.ToString(CultureInfo.InvariantCulture)} documents.", url);
        return default;
    }

    private Next? Execute(TwiMLElement response, string url)
    {
        foreach (var warning in TwiMLSchema.Message.Check(response))
        {
            Alert(AlertCodes.SchemaWarning, $"Schema validation warning: {warning}", url);
        }

        foreach (var verb in response.Children)
        {
            switch (verb.Name)
            {
                case "Message":
                    if (SendMessage(verb, url) is { } action)
                    {
                        return action;
                    }

                    break;
                case "Redirect":
                    var target = verb.Text;
                    return Resolve(target, url) is { } resolved ? new Next(resolved, verb.Attribute("method") ?? "POST", []) : null;
            }
        }

        return null;
    }

    /// <summary>Sends a message, and tells its <c>action</c>, whose document then goes on instead of this one.</summary>
    private Next? SendMessage(TwiMLElement verb, string url)
    {
        var text = new StringBuilder();
        if (verb.OwnText.ToString().Trim() is { Length: > 0 } own)
        {
            text.Append(own);
        }

        foreach (var body in verb.Children.Where(c => c.Name == "Body"))
        {
            text.Append(body.AllText);
        }

        var callback = verb.Attribute("statusCallback") is { Length: > 0 } status ? Resolve(status, url) : null;
        var sent = Send(
            new OutboundMessage
            {
                From = verb.Attribute("from") ?? _inbound.To,
                To = verb.Attribute("to") ?? _inbound.From,
                Body = text.ToString(),
                MediaUrls = [.. verb.Children.Where(c => c.Name == "Media").Select(m => WebhookUrl.Resolve(url, m.Text) ?? m.Text)],
                StatusCallback = callback,
                IsReply = true,
            },
            url);
        return verb.Attribute("action") is { Length: > 0 } action && Resolve(action, url) is { } next
            ? new Next(next, verb.Attribute("method") ?? "POST", [new("MessageStatus", sent?.Status.Name() ?? "failed"), new("MessageSid", sent?.Sid ?? string.Empty)])
            : null;
    }

    private string? Resolve(string target, string url)
    {
        if (WebhookUrl.Resolve(url, target) is { } resolved)
        {
            return resolved;
        }

        Alert(AlertCodes.InvalidUrl, $"Invalid URL format: {target}", url);
        return null;
    }

    private Message? Send(OutboundMessage message, string url)
    {
        if (_replies++ == MaximumReplies)
        {
            Alert(14109, "TwiML Reply message limit exceeded: a message may be answered by 10 at most.", url);
        }

        if (_replies > MaximumReplies)
        {
            return null;
        }

        try
        {
            return _world.Messages.Send(message, _activity);
        }
        catch (TwilioErrorException error)
        {
            // The platform's reply session has codes of its own for what the API refuses.
            var code = error.Code switch
            {
                21211 or 21604 => 14101,
                21212 or 21603 => 14102,
                21602 or 21617 or 21619 => 14103,
                21606 => 14108,
                var other => other,
            };
            Alert(code, error.Message, url);
            return null;
        }
    }

    private void Alert(int code, string message, string url)
    {
        Outcome = Outcome! with { ErrorCode = Outcome.ErrorCode ?? code };
        _world.RaiseAlert(code, message, url, _inbound.Sid);
    }

    private void Note(WebhookResponse response, TwiMLAnswer answer)
    {
        var code = answer.Alert == 0 ? Outcome?.ErrorCode : Outcome?.ErrorCode ?? answer.Alert;
        Outcome = Outcome is null
            ? new WebhookOutcome(response.Status, Encoding.UTF8.GetString(response.Body.Span), new Dictionary<string, string>(), code)
            : Outcome with { ErrorCode = code };
        Outcome = Outcome with { Cookies = _jar.ToDictionary(_world.Now) };
    }

    /// <summary>The document that goes on.</summary>
    private sealed record Next(string Url, string Method, IReadOnlyList<KeyValuePair<string, string>> Parameters);
}

/// <summary>What <c>/_ahoy/messages</c> says of the webhook.</summary>
/// <param name="Status">The first answer's status; 0 where there was none.</param>
/// <param name="Twiml">The first answer's body.</param>
/// <param name="Cookies">What the conversation's jar holds now.</param>
/// <param name="ErrorCode">The code of the first alert.</param>
internal sealed record WebhookOutcome(int Status, string Twiml, IReadOnlyDictionary<string, string> Cookies, int? ErrorCode);
