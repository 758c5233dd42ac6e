using Ahoy.Simulator.Faults;
using Ahoy.Simulator.Webhooks;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Events;

namespace Ahoy.Simulator;

/// <summary>Twilio, offline: what <c>/_ahoy/</c> and the REST API do, on one world. Safe for several threads, except where a method says that it is to be used in a turn.</summary>
internal sealed partial class TwilioSimulator : IDisposable
{
    /// <param name="options">What the host says of itself.</param>
    /// <param name="sender">Takes requests to webhooks.</param>
    public TwilioSimulator(SimulatorOptions options, IWebhookSender sender)
    {
        World = new TwilioWorld(options, sender);
        World.Messages.OnArrived = ReceiveOwn;
    }

    /// <summary>The world.</summary>
    public TwilioWorld World { get; }

    /// <summary>What fails.</summary>
    public FaultSet Faults { get; } = new();

    /// <summary>Takes over what <c>phones.json</c> says now.</summary>
    public void Configure(IReadOnlyList<ConfiguredPhone> phones) => World.InTurn(() => World.Phones.Configure(phones, World.Now));

    /// <summary>Says how a handset behaves, from its next message or call on.</summary>
    /// <exception cref="InvalidRequestException">It is no handset.</exception>
    public void SetHandset(string address, Handset handset) => World.InTurn(() =>
    {
        var known = PhoneAddress.IsClientOrSip(address) || PhoneAddress.IsChannel(address) ? address : PhoneAddress.Normalize(address);
        if (!PhoneAddress.IsClientOrSip(known) && !PhoneAddress.IsChannel(known) && !PhoneAddress.IsNumber(known) && !PhoneAddress.IsShortCode(known))
        {
            throw new InvalidRequestException($"{address} is no number: write it as +15551230001, with a plus sign and the country's code.");
        }

        if (World.Phones.Find(known) is not null)
        {
            throw new InvalidRequestException($"{known} is a number of the account, and no handset.");
        }

        World.Phones.SetHandset(known, handset);
    });

    /// <summary>As after the start, but for the account.</summary>
    public void Reset()
    {
        Faults.Clear();
        World.Reset();
    }

    /// <summary>The messages that changed after an event, oldest first.</summary>
    public IReadOnlyList<MessageSnapshot> Messages(long since = 0) =>
        World.InTurn(() => World.Messages.All.Where(m => m.Sequence > since).Select(m => m.ToSnapshot(m.Sequence)).ToArray());

    /// <summary>The calls that changed after an event, oldest first.</summary>
    public IReadOnlyList<CallSnapshot> Calls(long since = 0) =>
        World.InTurn(() => World.Calls.All.Where(c => c.Sequence > since).Select(c => c.ToSnapshot(c.Sequence)).ToArray());

    /// <summary>One call.</summary>
    public CallSnapshot? Call(string sid) => World.InTurn(() => World.Calls.Find(sid) is { } call ? call.ToSnapshot(call.Sequence) : null);

    /// <summary>Alerts, logs, requests or verifications after an event, oldest first.</summary>
    public IReadOnlyList<object> Events(EventKind kind, long since = 0) =>
        World.InTurn(() => World.Events.Since(kind, since).Select(e => e.Data).ToArray());

    /// <summary>Listens to what happens from now on. The listener is called in the world's turn: it only takes note.</summary>
    public IDisposable Listen(Action<WorldEvent> listener)
    {
        var listening = World.InTurn(() => World.Events.Listen(listener));
        return new TurnDisposable(World, listening);
    }

    /// <inheritdoc/>
    public void Dispose() => World.Dispose();

    /// <summary>The number of the account, or the Function's path, that somebody writes to or calls.</summary>
    /// <exception cref="InvalidRequestException">It is neither.</exception>
    private (string To, PhoneNumber? Number, string? Url) ResolveTarget(string to)
    {
        var number = PhoneAddress.Normalize(to);
        if (PhoneAddress.IsNumber(number) || PhoneAddress.IsShortCode(number))
        {
            return World.Phones.Find(number) is { } found
                ? (number, found, null)
                : throw new InvalidRequestException($"{number} is no number of the account: it has {string.Join(", ", World.Phones.Numbers.Select(n => n.Number))}.");
        }

        return World.Options.ResolvePath(to) is { } url
            ? (World.Phones.First, null, url)
            : throw new InvalidRequestException($"{to} is neither a number of the account nor the path of a Function.");
    }

    /// <summary>Who writes or calls.</summary>
    /// <exception cref="InvalidRequestException">It is none that could.</exception>
    private static string ResolveFrom(string? from, bool isCall)
    {
        if (string.IsNullOrEmpty(from))
        {
            return PhoneBook.DefaultHandset;
        }

        if (isCall ? PhoneAddress.IsClientOrSip(from) : PhoneAddress.IsChannel(from))
        {
            return from;
        }

        var number = PhoneAddress.Normalize(from);
        return PhoneAddress.IsNumber(number) || PhoneAddress.IsShortCode(number)
            ? number
            : throw new InvalidRequestException($"{from} is no number: write it as +15551230001, with a plus sign and the country's code.");
    }

    private sealed class TurnDisposable(TwilioWorld world, IDisposable inner) : IDisposable
    {
        public void Dispose() => world.InTurn(inner.Dispose);
    }
}
