using System.Collections.Immutable;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Fixes;

/// <summary>What a fixer sees: a finding, and the file that it is in.</summary>
internal sealed class FixRequest
{
    private Node? _node;

    public FixRequest(FileContext file, Finding finding)
    {
        File = file;
        Finding = finding;
    }

    /// <summary>The file, as the rules see it.</summary>
    public FileContext File { get; }

    /// <summary>What the rule reports.</summary>
    public Finding Finding { get; }

    /// <summary>The rule's id.</summary>
    public string Id => Finding.Rule.Id;

    /// <summary>The offset of the first UTF-16 code unit that is reported.</summary>
    public int Start => Finding.Start;

    /// <summary>The offset after the last one.</summary>
    public int End => Finding.End;

    /// <summary>The other places that the finding names.</summary>
    public ImmutableArray<RelatedSpan> Related => Finding.Related;

    /// <summary>What the rule says to its fix.</summary>
    public ImmutableDictionary<string, string?> Properties => Finding.Properties;

    /// <summary>The text.</summary>
    public string Text => File.Text;

    /// <summary>The nodes by kind, and the way up from each.</summary>
    public NodeIndex Nodes => File.Source.Nodes;

    /// <summary>The variables.</summary>
    public ScopeTree Scopes => File.Source.Scopes;

    /// <summary>What the file exports as its handler.</summary>
    public Handlers Handlers => File.Source.Handlers;

    /// <summary>What stands between the nodes.</summary>
    public CodeLayout Layout => CodeLayout.Of(File.Source);

    /// <summary>How the author writes.</summary>
    public CodeStyle Style => CodeStyle.Of(File.Source);

    /// <summary>The innermost node that covers what is reported.</summary>
    public Node Node => _node ??= NodeFinder.Innermost(File.Program, Start, End);

    /// <summary>The nearest node of a type that covers what is reported.</summary>
    public T? Nearest<T>()
        where T : class =>
        Node as T ?? Nodes.AncestorsOf(Node).OfType<T>().FirstOrDefault();
}
