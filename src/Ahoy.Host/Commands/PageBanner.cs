namespace Ahoy.Host.Commands;

/// <summary>Says where the page is.</summary>
internal static class PageBanner
{
    /// <summary>The line, for people.</summary>
    public static string Text(string url) => $"{"Page",-17}{url}/ (requests, logs and what is served, in your browser)\n";
}
