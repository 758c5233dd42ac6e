namespace Ahoy.Deploy.Http;

/// <summary>Where a Serverless API is, and where its uploads go. Page: Regional support for Functions and Assets.</summary>
public sealed record ApiAddress
{
    private ApiAddress(Uri api, Uri upload, string? region)
    {
        Api = api;
        Upload = upload;
        Region = region;
    }

    /// <summary>The base of all addresses, with a trailing slash: <c>https://serverless.twilio.com/v1/</c>.</summary>
    public Uri Api { get; }

    /// <summary>The base of the addresses that contents are uploaded to.</summary>
    public Uri Upload { get; }

    /// <summary>The region, or null where none was asked for (which is us1) or the address is a host's.</summary>
    public string? Region { get; }

    /// <summary>Whether it is Twilio's, and not a host's.</summary>
    public bool IsTwilio => Upload != Api;

    /// <summary>Twilio, in a region and at an edge; a known region has an edge of its own.</summary>
    /// <param name="region"><c>ie1</c>; null or empty for the default.</param>
    /// <param name="edge"><c>dublin</c>; null or empty for the region's own.</param>
    /// <exception cref="ArgumentException">A name has characters that a host name can't have.</exception>
    public static ApiAddress ForTwilio(string? region, string? edge)
    {
        region = string.IsNullOrWhiteSpace(region) ? null : region.Trim().ToLowerInvariant();
        edge = string.IsNullOrWhiteSpace(edge) ? EdgeOf(region) : edge.Trim().ToLowerInvariant();
        var place = string.Concat(Label(edge, nameof(edge)), Label(region, nameof(region)));
        return new ApiAddress(
            new Uri($"https://serverless.{place}twilio.com/v1/"), new Uri($"https://serverless-upload.{place}twilio.com/v1/"), region);
    }

    /// <summary>The control plane of a host, which takes uploads itself.</summary>
    /// <param name="host"><c>http://127.0.0.1:3001</c></param>
    public static ApiAddress ForHost(Uri host)
    {
        var api = new Uri(host, "/v1/");
        return new ApiAddress(api, api, region: null);
    }

    private static string? EdgeOf(string? region) => region switch
    {
        "us1" or "stage-us1" => "ashburn",
        "ie1" => "dublin",
        "au1" or "stage-au1" => "sydney",
        _ => null,
    };

    // The credentials go to the host that this makes: nothing but a label may get into it.
    private static string Label(string? text, string name)
    {
        if (text is null)
        {
            return "";
        }

        return text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? text + "."
            : throw new ArgumentException($"'{text}' is no {name}: letters, digits and dashes are allowed.");
    }
}
