namespace Ahoy.Simulator.Tests.TwiML.Cases;

/// <summary>One attribute, a document that has it, what people do then, and what comes of it.</summary>
/// <param name="Kind"><c>voice</c> or <c>message</c>.</param>
/// <param name="Element">The element.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Document">The verbs.</param>
/// <param name="Actions">What is done, in order.</param>
/// <param name="Expected">What is seen of the world afterwards.</param>
internal sealed record AttributeCase(string Kind, string Element, string Attribute, string Document, IReadOnlyList<string> Actions, string Expected)
{
    /// <summary>Reads a file of cases: <c># kind element attribute</c>, the document, actions after <c>&gt;</c>, and what is seen.</summary>
    public static IReadOnlyList<AttributeCase> Read(string text)
    {
        var cases = new List<AttributeCase>();
        foreach (var block in text.ReplaceLineEndings("\n").Split("\n# ", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = block.TrimStart('#', ' ').Split('\n');
            var name = lines[0].Split(' ');
            var actions = lines.Skip(2).TakeWhile(l => l.StartsWith("> ", StringComparison.Ordinal)).Select(l => l[2..]).ToArray();
            cases.Add(new AttributeCase(name[0], name[1], name[2], lines[1], actions, string.Join('\n', lines.Skip(2 + actions.Length)).Trim()));
        }

        return cases;
    }

    /// <summary>The document without the attribute.</summary>
    public string Without()
    {
        var written = System.Text.RegularExpressions.Regex.Match(Document, $@"<{Element}(?: [^<>]*?)?( {System.Text.RegularExpressions.Regex.Escape(Attribute)}='[^']*')");
        Assert.True(written.Success, $"The case of {Element} {Attribute} doesn't have it.");
        return Document.Remove(written.Groups[1].Index, written.Groups[1].Length);
    }
}
