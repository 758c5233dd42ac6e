namespace Ahoy.Model;

/// <summary>
/// The path and the visibility that a file's name gives a resource. Pages: General Usage; Understanding Visibility.
/// </summary>
/// <remarks>
/// The marker stands directly before the last extension: <c>sms/reply.protected.js</c> is the protected Function
/// <c>/sms/reply</c>, <c>message.private.json</c> the private Asset <c>/message.json</c>. Anywhere else, and in any other
/// case of letters, it is a part of the name (AHOY5004 warns of it). A source map has what it maps: <c>message.private.js.map</c> is private.
/// </remarks>
public sealed class ResourcePath
{
    /// <summary>The extension of a Function's file. Other files below the Functions folder are no Functions.</summary>
    public const string FunctionExtension = ".js";

    private const string ProtectedMarker = ".protected";
    private const string PrivateMarker = ".private";

    private ResourcePath(string value, Visibility visibility)
    {
        Value = value;
        Visibility = visibility;
    }

    /// <summary>The path, with a leading slash and forward slashes: <c>/sms/reply</c>.</summary>
    public string Value { get; }

    /// <summary>The visibility that the marker gives; public without one.</summary>
    public Visibility Visibility { get; }

    /// <summary>Derives path and visibility from a file's path relative to its Functions or Assets folder.</summary>
    /// <param name="kind">Whether the file is below the Functions or the Assets folder.</param>
    /// <param name="relativeFile">The file's path below that folder; either slash separates its parts.</param>
    /// <exception cref="ArgumentException">The path is empty or absolute.</exception>
    public static ResourcePath FromFile(ResourceKind kind, string relativeFile)
    {
        if (string.IsNullOrEmpty(relativeFile))
        {
            throw new ArgumentException("The path of a resource's file must not be empty.", nameof(relativeFile));
        }

        var normalized = relativeFile.Replace('\\', '/');
        if (normalized[0] == '/')
        {
            throw new ArgumentException($"'{relativeFile}' is not relative to its folder.", nameof(relativeFile));
        }

        var slash = normalized.LastIndexOf('/');
        var folder = normalized.Substring(0, slash + 1);
        var name = normalized.Substring(slash + 1);

        // A leading dot is a part of the name and starts no extension: `.htaccess` has none.
        var dot = name.LastIndexOf('.');
        var stem = dot > 0 ? name.Substring(0, dot) : name;
        var extension = dot > 0 ? name.Substring(dot) : "";

        var visibility = extension.Length > 0 ? TrimMarker(ref stem) : Visibility.Public;
        if (visibility == Visibility.Public && extension == SourceMaps.Extension && stem.LastIndexOf('.') is > 0 and var inner)
        {
            var mapped = stem.Substring(0, inner);
            visibility = TrimMarker(ref mapped);
            stem = mapped + stem.Substring(inner);
        }

        var dropsExtension = kind == ResourceKind.Function && extension == FunctionExtension;
        return new ResourcePath("/" + folder + stem + (dropsExtension ? "" : extension), visibility);
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static Visibility TrimMarker(ref string stem) =>
        TryTrimMarker(ref stem, ProtectedMarker) ? Visibility.Protected
        : TryTrimMarker(ref stem, PrivateMarker) ? Visibility.Private
        : Visibility.Public;

    private static bool TryTrimMarker(ref string stem, string marker)
    {
        // `.private.js` alone would leave no name: there the marker is the name.
        if (stem.Length <= marker.Length || !stem.EndsWith(marker, StringComparison.Ordinal))
        {
            return false;
        }

        stem = stem.Substring(0, stem.Length - marker.Length);
        return true;
    }
}
