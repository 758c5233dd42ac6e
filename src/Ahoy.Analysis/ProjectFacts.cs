using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Ahoy.Analysis;

/// <summary>What the build hands over beside the JavaScript: the project's summary and its settings files.</summary>
/// <remarks>
/// The facts hang on the text that they were read from first, and are the same object as long as no text of theirs changes. So
/// whoever asks again (the analyzer for the next edit, a code fix) gets the same summary and the same severities.
/// </remarks>
internal sealed class ProjectFacts
{
    private static readonly ConditionalWeakTable<object, Slot> s_slots = new();
    private static readonly ProjectFacts s_none = new([]);

    private readonly List<(string Path, object Text)> _inputs;
    private readonly SettingsSet _settings;
    private readonly ConcurrentDictionary<string, FileSeverities> _severities = new(StringComparer.Ordinal);

    private ProjectFacts(List<(string Path, object Text)> inputs)
    {
        _inputs = inputs;
        Summary = inputs.FindIndex(IsSummary) is var index and >= 0
            ? ProjectSummaryText.Read(inputs[index].Text.ToString()!)
            : ProjectSummary.Unknown;
        var settings = inputs.FindAll(input => !IsSummary(input)).ConvertAll(input => SettingsFile.Parse(input.Path, input.Text.ToString()!));
        _settings = settings.Count == 0 ? SettingsSet.Empty : new SettingsSet(settings);
    }

    /// <summary>The project's summary; <see cref="ProjectSummary.Unknown"/> where the build gives none.</summary>
    public ProjectSummary Summary { get; }

    /// <summary>
    /// Reads the facts. The settings files are among the files that the build hands over because the compiler applies the sections
    /// of an <c>.editorconfig</c> to C# files alone, and the categories of a <c>.globalconfig</c>, too.
    /// </summary>
    /// <param name="files">All files that the build hands over; of others than these, nothing but the path is asked for.</param>
    public static ProjectFacts Read(IEnumerable<ProjectFile> files)
    {
        var inputs = new List<(string Path, object Text)>();
        var hasSummary = false;
        foreach (var file in files)
        {
            var isSummary = IsNamed(file.Path, ProjectSummaryText.FileName);
            if ((isSummary ? !hasSummary : IsNamed(file.Path, SettingsFile.EditorConfigName) || IsNamed(file.Path, SettingsFile.GlobalConfigName))
                && file.Read() is { } text)
            {
                inputs.Add((file.Path, text));
                hasSummary |= isSummary;
            }
        }

        if (inputs.Count == 0)
        {
            return s_none;
        }

        var slot = s_slots.GetValue(inputs[0].Text, static _ => new Slot());
        return slot.Last is { } last && last.AreOf(inputs) ? last : slot.Last = new ProjectFacts(inputs);
    }

    /// <summary>What the settings say about one file: the same object each time.</summary>
    /// <param name="path">The file, absolute.</param>
    public FileSeverities SeveritiesOf(string path) =>
        ReferenceEquals(_settings, SettingsSet.Empty) ? FileSeverities.Default : _severities.GetOrAdd(path, _settings.For);

    private bool AreOf(List<(string Path, object Text)> inputs) =>
        _inputs.Count == inputs.Count
        && _inputs.Zip(inputs, static (one, other) => one.Path == other.Path && ReferenceEquals(one.Text, other.Text)).All(static same => same);

    private static bool IsSummary((string Path, object Text) input) => IsNamed(input.Path, ProjectSummaryText.FileName);

    private static bool IsNamed(string path, string name) => string.Equals(Path.GetFileName(path), name, StringComparison.Ordinal);

    /// <summary>The facts that were last read with a text.</summary>
    private sealed class Slot
    {
        private volatile ProjectFacts? _last;

        public ProjectFacts? Last
        {
            get => _last;
            set => _last = value;
        }
    }
}
