namespace Ahoy.Simulator.World;

/// <summary>The account's numbers, applications and messaging services, and what is known of handsets. To be used in the world's turn.</summary>
internal sealed class PhoneBook
{
    /// <summary>The number that there is without a <c>phones.json</c>.</summary>
    public const string DefaultNumber = "+15005550006";

    /// <summary>Where messages and calls come from whose sender is left out.</summary>
    public const string DefaultHandset = "+15551230001";

    private readonly List<PhoneNumber> _numbers = [];
    private readonly Dictionary<string, Handset> _handsets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _nextOfService = new(StringComparer.Ordinal);
    private IReadOnlyList<ConfiguredPhone> _configured = [];

    /// <summary>The account's numbers, in the order in which it got them.</summary>
    public IReadOnlyList<PhoneNumber> Numbers => _numbers;

    /// <summary>The applications, by SID, in the order in which they were made.</summary>
    public OrderedDictionary<string, TwilioApplication> Applications { get; } = new(StringComparer.Ordinal);

    /// <summary>The messaging services, by SID, in the order in which they were made.</summary>
    public OrderedDictionary<string, MessagingService> Services { get; } = new(StringComparer.Ordinal);

    /// <summary>The first number, which a webhook's <c>To</c> is where a Function's path was called.</summary>
    public string First => _numbers.Find(n => n.IsConfigured)?.Number ?? DefaultNumber;

    /// <summary>Finds a number of the account, by number.</summary>
    public PhoneNumber? Find(string number) => _numbers.Find(n => n.Number == number);

    /// <summary>Finds a number of the account, by SID.</summary>
    public PhoneNumber? FindBySid(string sid) => _numbers.Find(n => n.Sid == sid);

    /// <summary>Finds the messaging service that a number belongs to.</summary>
    public MessagingService? ServiceOf(PhoneNumber number) => Services.Values.FirstOrDefault(s => s.NumberSids.Contains(number.Sid));

    /// <summary>Adds a number that was bought through the API.</summary>
    public PhoneNumber Add(string number, DateTimeOffset now)
    {
        var added = new PhoneNumber { Sid = Sid.New("PN"), Number = number, FriendlyName = Format(number), Created = now, Updated = now };
        _numbers.Add(added);
        return added;
    }

    /// <summary>Gives a number back.</summary>
    public bool Remove(string sid)
    {
        foreach (var service in Services.Values)
        {
            service.NumberSids.Remove(sid);
        }

        return _numbers.RemoveAll(n => n.Sid == sid) > 0;
    }

    /// <summary>
    /// Takes over what <c>phones.json</c> says now. A number that stays keeps its SID; what the API changed of it is the file's again.
    /// </summary>
    public void Configure(IReadOnlyList<ConfiguredPhone> phones, DateTimeOffset now)
    {
        _configured = phones.Count > 0 ? phones : [new ConfiguredPhone(DefaultNumber)];
        var known = _numbers.ToDictionary(n => n.Number, StringComparer.Ordinal);
        var others = _numbers.Where(n => !n.IsConfigured && _configured.All(c => c.Number != n.Number)).ToList();
        _numbers.Clear();
        foreach (var phone in _configured)
        {
            _numbers.Add(Create(phone, known.GetValueOrDefault(phone.Number)?.Sid ?? Sid.New("PN"), now));
        }

        _numbers.AddRange(others);
    }

    /// <summary>How a handset behaves.</summary>
    public Handset HandsetOf(string address) => _handsets.GetValueOrDefault(address, Handset.Default);

    /// <summary>Says how a handset behaves, from its next message or call on.</summary>
    public void SetHandset(string address, Handset handset) => _handsets[address] = handset;

    /// <summary>The number of a service that a message to somebody is sent from: always the same for the same recipient, as sticky senders are.</summary>
    public PhoneNumber? Choose(MessagingService service, string to, Func<string, string?> lastSender)
    {
        if (service.NumberSids.Count == 0)
        {
            return null;
        }

        if (lastSender(to) is { } last && Find(last) is { } sticky && service.NumberSids.Contains(sticky.Sid))
        {
            return sticky;
        }

        var next = _nextOfService.GetValueOrDefault(service.Sid) % service.NumberSids.Count;
        _nextOfService[service.Sid] = next + 1;
        return FindBySid(service.NumberSids[next]);
    }

    /// <summary>As after the start.</summary>
    public void Reset(DateTimeOffset now)
    {
        _handsets.Clear();
        _nextOfService.Clear();
        Applications.Clear();
        Services.Clear();
        _numbers.RemoveAll(n => !n.IsConfigured);
        Configure(_configured, now);
    }

    private static PhoneNumber Create(ConfiguredPhone phone, string sid, DateTimeOffset now) => new()
    {
        Sid = sid,
        Number = phone.Number,
        FriendlyName = Format(phone.Number),
        SmsUrl = phone.Sms,
        SmsFallbackUrl = phone.SmsFallback,
        VoiceUrl = phone.Voice,
        VoiceFallbackUrl = phone.VoiceFallback,
        StatusCallback = phone.Status,
        Created = now,
        Updated = now,
        IsConfigured = true,
    };

    private static string Format(string number) =>
        number.Length == 12 && number.StartsWith("+1", StringComparison.Ordinal) ? $"({number[2..5]}) {number[5..8]}-{number[8..]}" : number;
}
