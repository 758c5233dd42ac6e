using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ahoy.TestSupport.Analyzers;

/// <summary>An additional file that lies nowhere.</summary>
public sealed class InMemoryText : AdditionalText
{
    private readonly SourceText _text;

    /// <summary>Makes a file.</summary>
    public InMemoryText(string path, string text)
    {
        Path = path;
        _text = SourceText.From(text, Encoding.UTF8);
    }

    /// <inheritdoc/>
    public override string Path { get; }

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
