namespace Ahoy.Analysis.Fixes.Transformations;

/// <summary>Reads the package out of what <c>require</c> is given.</summary>
internal static class PackageName
{
    /// <summary>The package: of <c>@scope/name/file</c> it is <c>@scope/name</c>.</summary>
    public static string Of(string specifier)
    {
        var parts = specifier.Split('/');
        return parts.Length > 1 && specifier.StartsWith("@", StringComparison.Ordinal) ? parts[0] + "/" + parts[1] : parts[0];
    }
}
