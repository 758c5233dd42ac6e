using System.Globalization;
using System.Text;
using Ahoy.Integrity.Content;

namespace Ahoy.Integrity.Answers;

/// <summary>What a Function must answer, or the gateway for it. The version of the Function may be one of several, and must be the same all through.</summary>
internal sealed class FunctionExpectation : IExpectation
{
    private const string VersionHeader = "X-Version";
    private const string WorkerHeader = "X-Worker";

    public required int Status { get; init; }

    /// <summary>The headers, without those that every answer has.</summary>
    public List<(string Name, string Value)> Headers { get; } = [];

    /// <summary>Whether the Function says its version and its worker in headers.</summary>
    public bool HasFunctionHeaders { get; init; }

    /// <summary>Where in the body the version stands, or -1.</summary>
    public int VersionAt { get; init; } = -1;

    /// <summary>The body; the version in it is of zeros.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Body { get; init; }

    public bool Closes { get; init; }

    public bool HasBody(int status) => status is not (204 or 205 or 304);

    public string? Judge(Answer answer, int oldest, int newest)
    {
        if (answer.Status != Status)
        {
            return string.Create(CultureInfo.InvariantCulture, $"its status is {answer.Status} and not {Status}; its body begins {Encoding.UTF8.GetString(answer.Body.Span[..Math.Min(200, answer.Body.Length)])}");
        }

        var versions = new List<string>();
        if (HasFunctionHeaders)
        {
            versions.Add(answer.Header(VersionHeader) ?? "");
            if (answer.Header(WorkerHeader) is not { Length: 10 } worker || !int.TryParse(worker, CultureInfo.InvariantCulture, out _))
            {
                return $"its header {WorkerHeader} is not a process: '{answer.Header(WorkerHeader)}'";
            }
        }

        IReadOnlyList<ReadOnlyMemory<byte>> body = Body;
        if (VersionAt >= 0)
        {
            if (answer.Body.Length < VersionAt + SharedContent.VersionLength)
            {
                return $"its body is too short for a version: {Comparison.Bytes(answer.Body.Span)}";
            }

            var version = answer.Body.Slice(VersionAt, SharedContent.VersionLength);
            versions.Add(Encoding.Latin1.GetString(version.Span));
            body = [Body[0][..VersionAt], version, Body[0][(VersionAt + SharedContent.VersionLength)..], .. Body.Skip(1)];
        }

        foreach (var version in versions)
        {
            if (!int.TryParse(version, CultureInfo.InvariantCulture, out var number) || version.Length != SharedContent.VersionLength || number < oldest || number > newest || version != versions[0])
            {
                return $"its version is '{version}' and not one from {oldest} to {newest}, the same all through";
            }
        }

        return CompareHeaders(answer) ?? Comparison.Body(HasBody(Status) ? body : [], answer.Body.Span);
    }

    /// <summary>The process that says to have answered, or null.</summary>
    public static int? WorkerOf(Answer answer) =>
        int.TryParse(answer.Header(WorkerHeader), CultureInfo.InvariantCulture, out var id) ? id : null;

    private string? CompareHeaders(Answer answer)
    {
        List<(string, string)> expected = [.. Headers];
        if (HasFunctionHeaders)
        {
            expected.Add((VersionHeader, answer.Header(VersionHeader)!));
            expected.Add((WorkerHeader, answer.Header(WorkerHeader)!));
        }

        if (Status == 205)
        {
            expected.Add(("Content-Length", "0"));
        }
        else if (HasBody(Status))
        {
            expected.Add(("Content-Length", Body.Sum(piece => (long)piece.Length).ToString(CultureInfo.InvariantCulture)));
        }

        if (Closes)
        {
            expected.Add(("Connection", "close"));
        }

        return CommonHeaders.Check(answer) ?? Comparison.Headers(expected, answer.Headers.Where(h => !CommonHeaders.IsDate(h.Name)));
    }
}
