namespace Ahoy.JavaScript;

/// <summary>Collects the errors of one file, for the lexer and the parser both.</summary>
internal sealed class ErrorSink
{
    /// <summary>More errors than anyone reads: the rest would cost time and memory alone.</summary>
    private const int MostErrors = 1000;

    private List<SyntaxError>? _errors;

    public int Count => _errors?.Count ?? 0;

    public void Report(SyntaxErrorCode code, int start, int end, string? first = null, string? second = null)
    {
        if (Count < MostErrors)
        {
            (_errors ??= []).Add(new SyntaxError(code, start, Math.Max(start, end), ErrorMessages.Format(code, first, second)));
        }
    }

    /// <summary>Forgets what was reported after there were <paramref name="count"/>: the lexer goes back.</summary>
    public void Truncate(int count)
    {
        if (Count > count)
        {
            _errors!.RemoveRange(count, _errors.Count - count);
        }
    }

    public bool Contains(SyntaxErrorCode code) => _errors?.Exists(error => error.Code == code) == true;

    /// <summary>The errors in the order of the source.</summary>
    public IReadOnlyList<SyntaxError> ToList() =>
        _errors is null ? [] : _errors.OrderBy(error => error.Start).ThenBy(error => error.End).ToArray();
}
