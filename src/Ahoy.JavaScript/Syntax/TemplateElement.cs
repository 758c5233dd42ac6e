using Ahoy.JavaScript.Lexing;

namespace Ahoy.JavaScript.Syntax;

/// <summary>The text between two substitutions of a template, without the delimiters.</summary>
public sealed class TemplateElement : Node
{
    private readonly string _source;

    internal TemplateElement(int start, int end, bool tail, string source)
        : base(start, end)
    {
        Tail = tail;
        _source = source;
    }

    /// <summary>Whether it is the template's last.</summary>
    public bool Tail { get; }

    /// <summary>The text with its escapes resolved; <see langword="null"/> where one is not valid (a tagged template may hold such).</summary>
    public string? Cooked => TemplateContents.Cook(_source, Start, End);

    /// <summary>The text as written, each line break as a line feed.</summary>
    public string Raw => TemplateContents.Raw(_source, Start, End);

    /// <inheritdoc/>
    public override string Type => "TemplateElement";

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitTemplateElement(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.TemplateValue(Raw, Cooked);
        writer.Field("tail", Tail);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="TemplateElement"/>.</summary>
    public virtual void VisitTemplateElement(TemplateElement node) => VisitChildren(node);
}
