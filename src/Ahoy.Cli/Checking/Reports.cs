namespace Ahoy.Cli.Checking;

/// <summary>The forms in which a result can be written.</summary>
internal static class Reports
{
    public const string Text = "text";
    public const string Json = "json";
    public const string Sarif = "sarif";

    public static string[] Formats { get; } = [Text, Json, Sarif];

    public static void Write(string format, IReadOnlyList<CheckedFile> files, Stream output)
    {
        switch (format)
        {
            case Json:
                JsonReport.Write(files, output);
                break;
            case Sarif:
                SarifReport.Write(files, output);
                break;
            default:
                TextReport.Write(files, output);
                break;
        }
    }
}
