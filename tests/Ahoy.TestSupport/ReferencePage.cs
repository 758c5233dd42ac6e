namespace Ahoy.TestSupport;

/// <summary>A page of docs/reference, which a test makes from the code: <c>AHOY_UPDATE=1</c> writes it anew.</summary>
public static class ReferencePage
{
    /// <summary>Compares the page with what the code says.</summary>
    /// <param name="name">The page's file name.</param>
    /// <param name="project">The test project that makes it.</param>
    /// <param name="title">Its heading.</param>
    /// <param name="text">All below the heading.</param>
    /// <exception cref="InvalidOperationException">The page says something else.</exception>
    public static void Check(string name, string project, string title, string text)
    {
        var command = $"AHOY_UPDATE=1 dotnet test tests/{project}";
        var page = $"# {title}\n\nThis page is made from the code: run `{command}` after a change.\n\n{text.ReplaceLineEndings("\n").Trim()}\n";
        var file = Repository.Combine("docs", "reference", name);
        if (PageUpdate.IsWanted)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, page);
        }

        var written = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (written != page)
        {
            var (lines, others) = (page.Split('\n'), written.Split('\n'));
            var first = lines.Zip(others).TakeWhile(pair => pair.First == pair.Second).Count();
            var (expected, found) = (lines.ElementAtOrDefault(first) ?? "(nothing)", others.ElementAtOrDefault(first) ?? "(nothing)");
            throw new InvalidOperationException($"docs/reference/{name} is not what the code says: run `{command}`.\nIn the code: {expected}\nOn the page: {found}");
        }
    }

    /// <summary>Text for a cell of a table.</summary>
    public static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ").Trim();
}
