namespace Ahoy.Analysis.TwiML.Addresses;

/// <summary>An address in TwiML or of a REST call, as far as it leads to this service.</summary>
internal sealed class Address
{
    private const char Hole = Reading.TwiMLValue.Hole;

    private Address(string path, bool isRelative)
    {
        Path = path;
        IsRelative = isRelative;
    }

    /// <summary>The path without query and fragment: from the service's root, or relative.</summary>
    public string Path { get; }

    /// <summary>Whether it goes out from where it stands.</summary>
    public bool IsRelative { get; }

    /// <summary>Reads an address; null where it leads elsewhere, or part of its path is computed.</summary>
    /// <param name="text">The text, with holes for what is not known.</param>
    /// <param name="isOwnDomain">Whether the expression at an index of the text is this service's domain.</param>
    public static Address? Read(string text, Func<int, bool> isOwnDomain)
    {
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        var isOwn = false;
        foreach (var scheme in (string[])["https://", "http://"])
        {
            if (string.CompareOrdinal(text, start, scheme, 0, scheme.Length) == 0)
            {
                start += scheme.Length;
                if (start >= text.Length || text[start] != Hole || !isOwnDomain(start))
                {
                    return null;
                }

                start++;
                isOwn = true;
                break;
            }
        }

        var path = text.Substring(start).Trim();
        var cut = path.IndexOfAny(['?', '#']);
        path = cut < 0 ? path : path.Substring(0, cut);
        if (path.IndexOf(Hole) >= 0 || (isOwn && path.Length > 0 && path[0] != '/'))
        {
            return null;
        }

        if (isOwn)
        {
            return new Address(path.Length == 0 ? "/" : path, isRelative: false);
        }

        return path.StartsWith("//", StringComparison.Ordinal) || HasScheme(path) ? null
            : path.StartsWith("/", StringComparison.Ordinal) ? new Address(path, isRelative: false)
            : new Address(path, isRelative: true);
    }

    /// <summary>The path from the service's root; null where the address is relative and it is not known to what.</summary>
    /// <param name="document">The path of what it stands in; null where that is not known.</param>
    public string? ResolveFrom(string? document)
    {
        if (IsRelative && document is null)
        {
            return null;
        }

        if (IsRelative && Path.Length == 0)
        {
            return document;
        }

        var parts = new List<string>();
        var whole = IsRelative ? document!.Substring(0, document.LastIndexOf('/') + 1) + Path : Path;
        foreach (var part in whole.Split('/').Skip(1))
        {
            switch (part)
            {
                case ".":
                    break;
                case "..":
                    if (parts.Count > 0)
                    {
                        parts.RemoveAt(parts.Count - 1);
                    }

                    break;
                default:
                    parts.Add(Uri.UnescapeDataString(part));
                    break;
            }
        }

        return "/" + string.Join("/", parts);
    }

    private static bool HasScheme(string path)
    {
        var colon = path.IndexOf(':');
        return colon >= 0 && path.IndexOf('/') is var slash && (slash < 0 || colon < slash);
    }
}
