namespace Ahoy.Cli.Creating;

/// <summary>The version of the SDK that belongs to this command: that of the same <c>dotnet pack</c>, which a file beside the command tells.</summary>
internal static class SdkVersion
{
    private const string FileName = "sdk-version.txt";
    private const string Plain = "Ahoy.Sdk/0.1.0";

    /// <summary>Lets a project file name it.</summary>
    public static string Fill(string text) => Fill(text, Path.Combine(AppContext.BaseDirectory, FileName));

    /// <summary>The same, by another file. Where there is none, as after a build from source, the text stays.</summary>
    internal static string Fill(string text, string file) => File.Exists(file)
        ? text.Replace(Plain, $"Ahoy.Sdk/{File.ReadAllText(file).Trim()}", StringComparison.Ordinal)
        : text;
}
