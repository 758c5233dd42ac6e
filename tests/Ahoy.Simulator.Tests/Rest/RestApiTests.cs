namespace Ahoy.Simulator.Tests.Rest;

public sealed class RestApiTests
{
    private readonly ApiUnderTest _api = new();

    [Theory]
    [InlineData("")]
    [InlineData("AC00000000000000000000000000000001:wrong")]
    [InlineData("SK00000000000000000000000000000001:00000000000000000000000000000002")]
    public async Task Request_WithWrongCredentials_Is20003(string user)
    {
        _api.User = user;
        var answer = (await _api.Get($"{ApiUnderTest.Account}.json")).Failed(401, 20003);
        Assert.StartsWith("Basic", answer.Headers["WWW-Authenticate"]);
    }

    [Fact]
    public async Task Request_ForAnotherAccount_Is20003()
    {
        (await _api.Get("https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000009/Keys.json")).Failed(401, 20003);
    }

    [Theory]
    [InlineData("https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001/Nonsense.json", "/2010-04-01/Accounts/AC00000000000000000000000000000001/Nonsense.json")]
    [InlineData("https://sync.twilio.com/v1/Nonsense", "/Nonsense")]
    [InlineData("https://nonsense.twilio.com/v1/Services", "/Services")]
    [InlineData("https://sync.twilio.com/", "/")]
    [InlineData("https://twilio.com/", "/")]
    public async Task Request_ForAnUnknownPath_Is20404(string url, string shown)
    {
        var answer = (await _api.Get(url)).Failed(404, 20404);
        Assert.Equal($"The requested resource {shown} was not found", answer["message"]);
    }

    [Fact]
    public async Task Request_WithAMethodThatThePathHasNot_Is20004()
    {
        (await _api.Delete("https://sync.twilio.com/v1/Services")).Failed(405, 20004);
    }

    [Theory]
    [InlineData("https://sync.twilio.com/v1/Services")]
    [InlineData("https://sync.dublin.ie1.twilio.com/v1/Services")]
    [InlineData("https://SYNC.us1.twilio.com/v1/Services")]
    [InlineData("http://127.0.0.1:4010/sync.twilio.com/v1/Services")]
    [InlineData("http://localhost/sync.sydney.au1.twilio.com/v1/Services")]
    public async Task Host_InAnyForm_MeansItsProduct(string url)
    {
        var answer = await _api.Get(url);
        Assert.Equal(200, answer.Status);
        Assert.Equal("https://sync.twilio.com/v1/Services?PageSize=50&Page=0", answer.Json!["meta"]!["url"]!.ToString());
        Assert.Equal("sync.twilio.com", _api.Records[^1].Host);
    }

    [Fact]
    public async Task MissingParameter_IsNamed()
    {
        var answer = (await _api.Post("https://proxy.twilio.com/v1/Services")).Failed(400, 20001);
        Assert.Equal("Missing required parameter UniqueName in the post body", answer["message"]);
    }

    [Theory]
    [InlineData("PageSize=x", "PageSize")]
    [InlineData("PageSize=0", "PageSize")]
    [InlineData("PageSize=1001", "PageSize")]
    public async Task WrongQueryParameter_IsNamed(string query, string name)
    {
        Assert.Contains($"Invalid parameter {name}:", (await _api.Get($"https://proxy.twilio.com/v1/Services?{query}")).Failed(400, 20001)["message"]);
    }

    [Theory]
    [InlineData("NumberSelectionBehavior", "sometimes", "avoid-sticky, prefer-sticky")]
    [InlineData("CallbackUrl", "nowhere", "uri")]
    [InlineData("ChatInstanceSid", "IS1", "^IS[0-9a-fA-F]{32}$")]
    [InlineData("DefaultTtl", "soon", "integer")]
    public async Task WrongFormParameter_IsNamedWithWhatItCanBe(string name, string value, string allowed)
    {
        var message = (await _api.Post("https://proxy.twilio.com/v1/Services", ("UniqueName", "x"), (name, value))).Failed(400, 20001)["message"];
        Assert.Contains($"Invalid parameter {name}:", message);
        Assert.Contains(allowed, message);
    }

    [Fact]
    public async Task EmptyOptionalParameter_CountsAsLeftOut()
    {
        Assert.Equal(201, (await _api.Post("https://proxy.twilio.com/v1/Services", ("UniqueName", "x"), ("CallbackUrl", ""), ("DefaultTtl", ""))).Status);
    }

    [Fact]
    public async Task SidThatIsNone_InAPath_Is20404()
    {
        (await _api.Get($"{ApiUnderTest.Account}/Addresses/nonsense.json")).Failed(404, 20404);
    }

    [Fact]
    public async Task Document_WithoutState_AnswersInItsShape()
    {
        var made = await _api.Post("https://proxy.twilio.com/v1/Services", ("UniqueName", "rides"), ("DefaultTtl", "60"), ("GeoMatchLevel", "country"));
        Assert.Equal(201, made.Status);
        Assert.Matches("^KS[0-9a-f]{32}$", made["sid"]);
        Assert.Equal(("rides", "60", "country", ApiUnderTest.AccountSid), (made["unique_name"], made["default_ttl"], made["geo_match_level"], made["account_sid"]));
        Assert.Equal("2026-03-14T15:09:26Z", made["date_created"]);
        Assert.Equal($"https://proxy.twilio.com/v1/Services/{made["sid"]}", made["url"]);
        Assert.Equal($"https://proxy.twilio.com/v1/Services/{made["sid"]}/Sessions", made.Json!["links"]!["sessions"]!.ToString());

        var fetched = await _api.Get("https://proxy.twilio.com/v1/Services/KS00000000000000000000000000000001");
        Assert.Equal((200, "KS00000000000000000000000000000001"), (fetched.Status, fetched["sid"]));
        Assert.Equal("https://proxy.twilio.com/v1/Services/KS00000000000000000000000000000001", fetched["url"]);

        var listed = await _api.Get("https://proxy.twilio.com/v1/Services");
        Assert.Empty(listed.List("services"));
        Assert.Equal("services", listed.Json!["meta"]!["key"]!.ToString());

        Assert.Equal(204, (await _api.Delete("https://proxy.twilio.com/v1/Services/KS00000000000000000000000000000001")).Status);
        Assert.All(_api.Records, record => Assert.False(record.Stateful));
    }

    [Fact]
    public async Task Document_OfTheOldestProduct_HasItsDatesAndAddresses()
    {
        var made = await _api.Post($"{ApiUnderTest.Account}/Addresses.json", ("CustomerName", "Ada"), ("Street", "1 Main"), ("City", "Springfield"), ("Region", "IL"), ("PostalCode", "62701"), ("IsoCountry", "US"));
        Assert.Equal("Sat, 14 Mar 2026 15:09:26 +0000", made["date_created"]);
        Assert.Equal($"/2010-04-01/Accounts/{ApiUnderTest.AccountSid}/Addresses/{made["sid"]}.json", made["uri"]);
        Assert.Equal("Ada", made["customer_name"]);

        var listed = await _api.Get($"{ApiUnderTest.Account}/Addresses.json");
        Assert.Empty(listed.List("addresses"));
        Assert.Equal(("0", "50", null), (listed["page"], listed["page_size"], listed["next_page_uri"]));
    }

    [Fact]
    public async Task JsonBody_IsCheckedAgainstItsSchema()
    {
        const string url = "https://content.twilio.com/v1/Content";
        (await _api.Send("POST", url, "{", "application/json")).Failed(400, 20001);
        Assert.Contains("language", (await _api.Send("POST", url, "{\"types\":{}}", "application/json")).Failed(400, 20001)["message"]);
        Assert.Contains("types.twilio/text.body", (await _api.Send("POST", url, "{\"language\":\"en\",\"types\":{\"twilio/text\":{}}}", "application/json")).Failed(400, 20001)["message"]);
        Assert.Contains("friendly_name", (await _api.Send("POST", url, "{\"language\":\"en\",\"types\":{},\"friendly_name\":7}", "application/json")).Failed(400, 20001)["message"]);
        var made = await _api.Send("POST", url, "{\"language\":\"en\",\"types\":{\"twilio/text\":{\"body\":\"Hi\"}},\"friendly_name\":\"greeting\"}", "application/json");
        Assert.Equal((201, "greeting"), (made.Status, made["friendly_name"]));
    }

    [Fact]
    public async Task Record_HoldsWhatWasAskedWithoutSecrets()
    {
        await _api.Post($"{ApiUnderTest.Account}/SIP/CredentialLists/CL00000000000000000000000000000001/Credentials.json", ("Username", "ada"), ("Password", "Lovelace1815"));
        var record = Assert.Single(_api.Records);
        Assert.Equal(("POST", "api.twilio.com", 201, false, "other"), (record.Method, record.Host, record.Status, record.Stateful, record.By));
        Assert.Equal(new Dictionary<string, string> { ["Username"] = "ada" }, record.Parameters);
        Assert.True(record.Milliseconds > 0);
    }

    [Fact]
    public async Task EveryOperation_OfEveryDocument_AnswersWithoutAFault()
    {
        var failures = new List<string>();
        var operations = 0;
        foreach (var entry in Ahoy.Simulator.Rest.Documents.ApiDocuments.Embedded.Entries)
        {
            foreach (var operation in entry.Document.Paths.SelectMany(path => path.Operations))
            {
                operations++;
                var url = $"https://{entry.Host}{SampleRequests.Path(operation, ApiUnderTest.AccountSid)}";
                var answer = operation.Body == Ahoy.Simulator.Rest.Documents.BodyKind.Json
                    ? await _api.Send(operation.Method, url, SampleRequests.Json(operation).ToJsonString(), "application/json")
                    : await _api.Send(operation.Method, url, SampleRequests.Form(operation));
                if (answer.Status != operation.Status && !(_api.Records[^1].Stateful && answer.Status is 404 or 400 or 409))
                {
                    failures.Add($"{operation.Method} {url}: {answer.Status} {answer.Json}");
                }
            }
        }

        Assert.Equal(1695, operations);
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }
}
