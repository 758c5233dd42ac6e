using System.Text.Json.Nodes;

namespace Ahoy.Design.Tests.Documents;

/// <summary>Scripts that run Node's own tests do so with every Node that Ahoy runs on.</summary>
public class NodeTestScriptTests
{
    [Fact]
    public void Scripts_ThatRunTests_NameNoFolder()
    {
        // Node 20 takes a folder for what to search, Node 22 and newer for a module to run: without one, each of them searches by itself.
        var scripts = SourceFiles.Below(Repository.Root)
            .Where(file => Path.GetFileName(file) == "package.json")
            .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!["scripts"]?.AsObject().Select(script => (File: file, Words: ((string)script.Value!).Split(' '))) ?? [])
            .Where(script => script.Words[0] == "node" && script.Words.Contains("--test"))
            .ToList();

        Assert.NotEmpty(scripts);
        Expect.None(scripts
            .Where(script => script.Words[1..].Any(word => Directory.Exists(Path.Combine(Path.GetDirectoryName(script.File)!, word))))
            .Select(script => $"{SourceFiles.NameOf(script.File)}: {string.Join(' ', script.Words)}"));
    }
}
