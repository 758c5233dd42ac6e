namespace Ahoy.Cli.Checking;

/// <summary>The forms in which a result can be written.</summary>
internal static class Reports
{
    public const string Text = "text";
    public const string Json = "json";
    public const string Sarif = "sarif";

    public static string[] Formats { get; } = [Text, Json, Sarif];

    public static void Write(string format, CheckResult result, Stream output)
    {
        switch (format)
        {
            case Json:
                JsonReport.Write(result, output);
                break;
            case Sarif:
                SarifReport.Write(result, output);
                break;
            default:
                TextReport.Write(result, output);
                break;
        }
    }
}
