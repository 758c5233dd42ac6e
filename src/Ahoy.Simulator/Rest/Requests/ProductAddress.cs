namespace Ahoy.Simulator.Rest.Requests;

/// <summary>
/// Which product a request means. `product.twilio.com` and `product.edge.region.twilio.com` are the same; a client that can't choose its
/// `Host` header writes the host as the first part of the path.
/// </summary>
internal static class ProductAddress
{
    private const string Domain = ".twilio.com";

    /// <summary>Gives the product's host (`api.twilio.com`) and the path below it; false where neither host nor path names Twilio.</summary>
    internal static bool TryParse(string host, string path, out string product, out string rest)
    {
        if (TryProduct(host, out product))
        {
            rest = path;
            return true;
        }

        var end = path.IndexOf('/', Math.Min(1, path.Length));
        var first = end < 0 ? path.AsSpan(Math.Min(1, path.Length)) : path.AsSpan(1, end - 1);
        rest = end < 0 ? "/" : path[end..];
        return TryProduct(first.ToString(), out product);
    }

    private static bool TryProduct(string host, out string product)
    {
        var colon = host.IndexOf(':', StringComparison.Ordinal);
        var name = (colon < 0 ? host : host[..colon]).ToLowerInvariant();
        product = name;
        if (!name.EndsWith(Domain, StringComparison.Ordinal) || name.Length == Domain.Length)
        {
            return name == Domain[1..];
        }

        product = string.Concat(name.AsSpan(0, name.IndexOf('.', StringComparison.Ordinal)), Domain);
        return true;
    }
}
