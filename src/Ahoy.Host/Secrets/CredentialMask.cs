namespace Ahoy.Host.Secrets;

/// <summary>
/// Takes credentials out of a text before anybody reads it: those that are known, in any form, and what an HTTP client's error shows of its request (an
/// Authorization header, a password in an address).
/// </summary>
internal sealed class CredentialMask
{
    /// <summary>What stands in their place.</summary>
    public const string Mark = "***";

    /// <summary>Knows no secret, and the forms alone.</summary>
    public static readonly CredentialMask Empty = new([]);

    private readonly KnownSecret[] _known;

    /// <param name="known">The secrets that are known; those that are too short to be some are left out.</param>
    public CredentialMask(IEnumerable<string?> known) =>
        _known = [.. known.OfType<string>().Where(secret => secret.Length >= KnownSecret.ShortestLength).Distinct().Select(secret => new KnownSecret(secret))];

    /// <summary>The text without credentials: the same object where it has none.</summary>
    public string Apply(string text)
    {
        foreach (var secret in _known)
        {
            text = secret.Mask(text);
        }

        return CredentialForms.Mask(text);
    }
}
