using System.Globalization;
using Ahoy.Model;
using Ahoy.Simulator.Webhooks;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML;

/// <summary>Runs one call: asks for documents, carries out one verb after the other, and stops at what it waits for.</summary>
internal sealed partial class CallMachine
{
    /// <summary>How many documents a call, with the calls that it brings about, may ask for without anybody doing anything: then it is a circle.</summary>
    public const int MaximumDocuments = 100;

    /// <summary>What Twilio says to a caller whose document can't be had.</summary>
    public const string Apology = "We're sorry, an application error has occurred. Goodbye.";

    private CookieJar? _jar;

    /// <param name="world">The world.</param>
    /// <param name="call">The call.</param>
    /// <param name="findVerb">The verbs.</param>
    public CallMachine(TwilioWorld world, Call call, Func<string, IVerb?> findVerb)
    {
        World = world;
        FindVerb = findVerb;
        Call = call;
        call.Machine = this;
    }

    /// <summary>The world.</summary>
    public TwilioWorld World { get; }

    /// <summary>The verbs.</summary>
    public Func<string, IVerb?> FindVerb { get; }

    /// <summary>The call.</summary>
    public Call Call { get; }

    /// <summary>The URL of the document that runs; null where it came as text.</summary>
    public string? DocumentUrl { get; private set; }

    /// <summary>Whether the call is over.</summary>
    public bool IsOver => Call.Status.IsFinal();

    /// <summary>Whether the verb that runs is to stop: the call is over, has another document, or what it waited for has come.</summary>
    public bool ShouldStop => IsOver || _next is not null || _until?.Invoke() == true;

    /// <summary>Runs a document and what follows from it, and ends the call after it.</summary>
    public async WorldTask<Nothing> RunAsync(CallDocument first)
    {
        await RunDocumentsAsync(first);
        if (!IsOver)
        {
            Finish(CallStatus.Completed);
        }

        Release();
        return default;
    }

    /// <summary>Whether the API has given the call another document.</summary>
    public bool HasNext => _next is not null;

    /// <summary>Runs the document that the API has given the call, and what follows from it.</summary>
    public async WorldTask<Nothing> RunNextAsync()
    {
        if (TakeNext() is { } next)
        {
            await RunDocumentsAsync(next);
        }

        return default;
    }

    /// <summary>Whether it runs what a callee hears before being connected: nothing can be dialled there, or a document that dials itself would never end.</summary>
    public bool IsScreening { get; private set; }

    /// <summary>Runs what a callee hears before being connected.</summary>
    public async WorldTask<Nothing> ScreenAsync(CallDocument document)
    {
        IsScreening = true;
        await RunDocumentsAsync(document);
        IsScreening = false;
        return default;
    }

    /// <summary>Runs a document and what follows from it.</summary>
    public async WorldTask<Nothing> RunDocumentsAsync(CallDocument first)
    {
        var document = first;
        while (document is not null && !IsOver)
        {
            if (await LoadAsync(document) is not { } response)
            {
                document = TakeNext();
                continue;
            }

            document = await ExecuteAsync(response);
        }

        return default;
    }

    /// <summary>Gets a document. What is wrong with it is told, and the fallback asked; where that fails too, the caller hears that, and the call ends.</summary>
    /// <param name="document">Which.</param>
    /// <param name="isVital">Whether the call ends where it can't be had: so it does, but for music while waiting.</param>
    public async WorldTask<TwiMLElement?> LoadAsync(CallDocument document, bool isVital = true)
    {
        var (url, method) = (document.Url, document.Method);
        IReadOnlyList<KeyValuePair<string, string>> more = document.Parameters;
        var fallbackUrl = document.FallbackUrl ?? Fallback?.Url;
        var fallbackMethod = document.FallbackUrl is null ? Fallback?.Method ?? "POST" : document.FallbackMethod;
        while (true)
        {
            TwiMLAnswer answer;
            if (url is null)
            {
                answer = TwiMLReader.Read(document.Text!, out var error) is { } read
                    ? new TwiMLAnswer(read, null, false, 0, null)
                    : new TwiMLAnswer(null, null, false, AlertCodes.ParseFailure, $"Document parse failure: {error}");
            }
            else if (++Family.Documents > MaximumDocuments)
            {
                answer = new TwiMLAnswer(
                    null, null, false, AlertCodes.TooManyRedirects, $"Too many redirects: the call has asked for {MaximumDocuments} documents in a row, the last at {url}.");
                fallbackUrl = null;
            }
            else
            {
                var parameters = CallParameters.Of(World, Call);
                parameters.AddRange(more);
                var response = await World.RequestAsync(Call.Activity, method, url, parameters, _jar ??= new CookieJar());
                if (ShouldStop)
                {
                    return null;
                }

                answer = TwiMLAnswer.Read(response, url, takesAudio: true);
            }

            if (answer.Alert == 0)
            {
                DocumentUrl = url;
                return Wrap(answer, url!);
            }

            Alert(document.Verb, answer.Alert, answer.Error!, url);
            if (fallbackUrl is null)
            {
                if (isVital)
                {
                    await ApologizeAsync();
                }

                return null;
            }

            more = [.. document.Parameters, new("ErrorCode", answer.Alert.ToString(CultureInfo.InvariantCulture)), new("ErrorUrl", url ?? string.Empty)];
            (url, method, fallbackUrl) = (fallbackUrl, fallbackMethod, null);
        }
    }

    /// <summary>Carries out the verbs of a document.</summary>
    /// <returns>The document that goes on instead; null where the end is reached, or the machine is to stop.</returns>
    public async WorldTask<CallDocument?> ExecuteAsync(TwiMLElement response)
    {
        foreach (var warning in TwiMLSchema.Voice.Check(response))
        {
            Alert("Response", AlertCodes.SchemaWarning, $"Schema validation warning: {warning}", DocumentUrl);
        }

        foreach (var element in response.Children)
        {
            if (!TwiMLSchema.Voice.Allows("Response", element.Name) || FindVerb(element.Name) is not { } verb)
            {
                continue;
            }

            if (verb.Answers)
            {
                PickUp();
            }

            var result = await verb.RunAsync(this, element);
            if (ShouldStop)
            {
                return TakeNext();
            }

            if (result.End is { } end)
            {
                Finish(end);
                return null;
            }

            if (result.Document is not null)
            {
                return result.Document;
            }
        }

        return null;
    }

    /// <summary>Says something, and waits until it is said, or somebody does what the verb around it waits for.</summary>
    /// <param name="text">What is said.</param>
    /// <param name="breaks">The breaks in it, together.</param>
    public WorldTask<WaitEnd> SayAsync(string text, TimeSpan breaks = default) => WaitAsync(Interruptible, Speaking.TimeOf(text) + breaks, StepKind);

    /// <summary>The document that a verb's <c>action</c> names, or the current one.</summary>
    public CallDocument? ActionOf(TwiMLElement element, string attribute = "action", string methodAttribute = "method", bool orCurrent = false)
    {
        var url = element.Attribute(attribute);
        if (string.IsNullOrWhiteSpace(url))
        {
            if (!orCurrent || DocumentUrl is null)
            {
                return null;
            }

            url = DocumentUrl;
        }

        if (ResolveUrl(element.Name, url) is not { } resolved)
        {
            return null;
        }

        return new CallDocument(resolved, MethodOf(element, methodAttribute)) { Verb = element.Name };
    }

    /// <summary>A method that an element names, POST where it names none.</summary>
    public string MethodOf(TwiMLElement element, string attribute = "method")
    {
        var method = element.Attribute(attribute);
        if (method is null || method.Equals("POST", StringComparison.OrdinalIgnoreCase))
        {
            return "POST";
        }

        if (method.Equals("GET", StringComparison.OrdinalIgnoreCase))
        {
            return "GET";
        }

        Alert(element.Name, AlertCodes.SchemaWarning, $"Schema validation warning: '{method}' is no value of {attribute} in {element.Name}.", DocumentUrl);
        return "POST";
    }

    /// <summary>An absolute URL of one that the document writes; null, with an alert, where there is none.</summary>
    public string? ResolveUrl(string verb, string url)
    {
        if (WebhookUrl.Resolve(DocumentUrl, url) is { } resolved)
        {
            return resolved;
        }

        Alert(verb, AlertCodes.InvalidUrl, $"Invalid URL format: {url}", DocumentUrl);
        return null;
    }

    private async WorldTask<Nothing> ApologizeAsync()
    {
        PickUp();
        Step("Say", text: Apology);
        await WaitAsync(WaitFor.Nothing, Speaking.TimeOf(Apology), TimerKind.Step);
        if (!ShouldStop)
        {
            Finish(Call.IsInbound || Call.Answered is not null ? CallStatus.Completed : CallStatus.Failed);
        }

        return default;
    }

    /// <summary>A document of what a webhook answered: a text is said, a sound played.</summary>
    public static TwiMLElement Wrap(TwiMLAnswer answer, string url)
    {
        if (answer.Document is { } document)
        {
            return document;
        }

        var response = new TwiMLElement { Name = "Response", Line = 1 };
        if (answer.IsAudio || answer.Text is { Length: > 0 })
        {
            var verb = new TwiMLElement { Name = answer.IsAudio ? "Play" : "Say", Line = 1 };
            verb.AllText.Append(answer.IsAudio ? url : answer.Text);
            response.Children.Add(verb);
        }

        return response;
    }
}
