namespace Ahoy.Simulator.Tests.Rest;

public sealed class NumberResourceTests
{
    private const string Numbers = $"{ApiUnderTest.Account}/IncomingPhoneNumbers.json";

    private readonly ApiUnderTest _api = new();

    [Fact]
    public async Task Number_Bought_AnswersWithItsWebhook()
    {
        var available = (await _api.Get($"{ApiUnderTest.Account}/AvailablePhoneNumbers/US/Local.json?AreaCode=206&PageSize=1")).List("available_phone_numbers").Single()!["phone_number"]!.ToString();
        var bought = await _api.Post(Numbers, ("PhoneNumber", available), ("SmsUrl", "http://localhost:3000/sms"));
        Assert.Equal((201, available, "POST"), (bought.Status, bought["phone_number"], bought["sms_method"]));
        Assert.DoesNotContain(available, (await _api.Get($"{ApiUnderTest.Account}/AvailablePhoneNumbers/US/Local.json?AreaCode=206&PageSize=1000")).Json!.ToJsonString());
        (await _api.Post(Numbers, ("PhoneNumber", available))).Failed(400, 21422);

        await _api.Simulator.ReceiveMessageAsync(null, available, "Hi", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal([available], _api.Webhooks.Told("/sms", "To"));

        var url = $"https://api.twilio.com{bought["uri"]}";
        Assert.Equal("", (await _api.Post(url, ("SmsUrl", ""), ("FriendlyName", "front desk")))["sms_url"]);
        Assert.Equal(bought["sid"], (await _api.Get($"{Numbers}?FriendlyName=front+desk")).List("incoming_phone_numbers").Single()!["sid"]!.ToString());
        Assert.Equal(204, (await _api.Delete(url)).Status);
        (await _api.Get(url)).Failed(404, 20404);
    }

    [Theory]
    [InlineData("PhoneNumber", "+15005550000", 21422)]
    [InlineData("PhoneNumber", "+15005550001", 21421)]
    [InlineData("PhoneNumber", "+1500", 21421)]
    [InlineData("AreaCode", "533", 21452)]
    [InlineData("AreaCode", "12", 21451)]
    [InlineData("FriendlyName", "x", 21404)]
    public async Task Purchase_ThatThePlatformRefuses_HasItsCode(string name, string value, int code)
    {
        (await _api.Post(Numbers, (name, value))).Failed(400, code);
    }

    [Theory]
    [InlineData("PhoneNumber", "+15005550006")]
    [InlineData("AreaCode", "500")]
    public async Task MagicNumber_CanAlwaysBeBought(string name, string value)
    {
        Assert.Equal("+15005550006", (await _api.Post(Numbers, (name, value)))["phone_number"]);
        Assert.Single((await _api.Get(Numbers)).List("incoming_phone_numbers"));
    }

    [Theory]
    [InlineData("+14155552671", "", true, "US", "(415) 555-2671", null)]
    [InlineData("4155552671", "", true, "US", "(415) 555-2671", null)]
    [InlineData("+16045550100", "", true, "CA", "(604) 555-0100", null)]
    [InlineData("07700 900123", "GB", true, "GB", "07700 900123", null)]
    [InlineData("+1415555", "", false, null, null, "TOO_SHORT")]
    [InlineData("+141555526711", "", false, null, null, "TOO_LONG")]
    [InlineData("+0123456789", "", false, null, null, "INVALID_COUNTRY_CODE")]
    public async Task Lookup_SaysWhetherANumberIsValid(string number, string country, bool valid, string? found, string? national, string? problem)
    {
        var answer = await _api.Get($"https://lookups.twilio.com/v2/PhoneNumbers/{Uri.EscapeDataString(number)}{(country.Length > 0 ? $"?CountryCode={country}" : "")}");
        Assert.Equal((200, valid, found, national), (answer.Status, (bool)answer.Json!["valid"]!, answer["country_code"], answer["national_format"]));
        Assert.Equal(problem, answer.List("validation_errors").FirstOrDefault()?.ToString());
        Assert.Null(answer["line_type_intelligence"]);
    }

    [Theory]
    [InlineData("+15005550006", "nonFixedVoip")]
    [InlineData("+18005550100", "tollFree")]
    [InlineData("+14155550109", "landline")]
    [InlineData("+447700900123", "mobile")]
    public async Task Lookup_KnowsKindsOfLines(string number, string type)
    {
        var answer = await _api.Get($"https://lookups.twilio.com/v2/PhoneNumbers/{number}?Fields=line_type_intelligence,caller_name");
        Assert.Equal(type, answer.Json!["line_type_intelligence"]!["type"]!.ToString());
        Assert.NotNull(answer.Json["caller_name"]);
    }

    [Fact]
    public async Task Lookup_OfAFieldThatIsNone_IsRefused()
    {
        (await _api.Get("https://lookups.twilio.com/v2/PhoneNumbers/+14155552671?Fields=nonsense")).Failed(400, 60617);
    }
}
