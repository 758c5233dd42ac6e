using Ahoy.Model;

namespace Ahoy.Bundling.Severities;

/// <summary>Which severity a problem has in a project, decided as the compiler decides it for an analyzer.</summary>
/// <remarks>
/// What the settings files say of the problem's file beats the default; <c>NoWarn</c> beats both; <c>WarningsAsErrors</c> raises what is
/// left, and <c>TreatWarningsAsErrors</c> all that are warnings then, but for <c>WarningsNotAsErrors</c>.
/// </remarks>
internal sealed class SeveritySettings
{
    private static readonly char[] s_separators = [';', ',', ' ', '\n', '\r', '\t'];

    private readonly HashSet<string> _noWarn;
    private readonly HashSet<string> _warningsAsErrors;
    private readonly HashSet<string> _warningsNotAsErrors;
    private readonly bool _treatWarningsAsErrors;
    private readonly SettingsSet _settings;

    public SeveritySettings(
        string? noWarn = null,
        string? warningsAsErrors = null,
        string? warningsNotAsErrors = null,
        bool treatWarningsAsErrors = false,
        SettingsSet? settings = null)
    {
        _noWarn = Ids(noWarn);
        _warningsAsErrors = Ids(warningsAsErrors);
        _warningsNotAsErrors = Ids(warningsNotAsErrors);
        _treatWarningsAsErrors = treatWarningsAsErrors;
        _settings = settings ?? SettingsSet.Empty;
    }

    /// <summary>The severity of a problem; <see cref="Severity.None"/> where it is not to be reported.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="file">The file that it is reported in, absolute.</param>
    public Severity Of(Problem problem, string file)
    {
        if (ProjectProblems.Contains(problem.Id))
        {
            return problem.Severity;
        }

        var severity = _settings.For(file).Of(problem.Id) ?? problem.Severity;
        if (severity == Severity.None || _noWarn.Contains(problem.Id))
        {
            return Severity.None;
        }

        if (_warningsAsErrors.Contains(problem.Id)
            || (_treatWarningsAsErrors && severity == Severity.Warning && !_warningsNotAsErrors.Contains(problem.Id)))
        {
            return Severity.Error;
        }

        return severity;
    }

    private static HashSet<string> Ids(string? list) =>
        new((list ?? "").Split(s_separators, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
