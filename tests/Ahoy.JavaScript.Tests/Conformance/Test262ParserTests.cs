using Ahoy.JavaScript.Parsing;

namespace Ahoy.JavaScript.Tests.Conformance;

/// <summary>The parser tests of test262: what must parse, and what must not.</summary>
public sealed class Test262ParserTests
{
    /// <summary>Files in "fail" that later editions of ECMAScript, or of Unicode, made valid.</summary>
    private static readonly Dictionary<string, string> s_validByNow = new()
    {
        ["0d5e450f1da8a92a.js"] = @"\9 in a string: ECMAScript 2021 has it in sloppy code (NonOctalDecimalEscapeSequence)",
        ["748656edbfb2d0bb.js"] = @"\8 in a string: likewise",
        ["79f882da06f88c9f.js"] = @"\8 in a string: likewise",
        ["92b6af54adef3624.js"] = @"\9 in a string: likewise",
        ["647e21f8f157c338.js"] = "U+2028 in a string: ECMAScript 2019 allows it (JSON superset)",
        ["8af69d8f15295ed2.js"] = "U+2029 in a string: likewise",
        ["98204d734f8c72b3.js"] = "a class field: ECMAScript 2022 has them",
        ["ef81b93cf9bdb4ec.js"] = "a class field with a value: likewise",
        ["c060a3014ad24dfd.js"] = "U+2B81E in a name: Unicode 17 has given it to an ideograph",
        ["e3fbcf63d7e43ead.js"] = "for (var x = 1 in y): ECMAScript 2017 allows it in sloppy code (annex B)",
    };

    /// <summary>Files in "early" that later editions of ECMAScript made valid.</summary>
    private static readonly Dictionary<string, string> s_notEarlyAnyMore = new()
    {
        ["0f5f47108da5c34e.js"] = "for (var a of b) in catch (a): ECMAScript 2020 treats all loops alike (annex B)",
        ["12a74c60f52a60de.js"] = "a function twice in a block: ECMAScript 2017 allows it in sloppy code (annex B)",
        ["1aff49273f3e3a98.js"] = "likewise",
        ["be7329119eaa3d47.js"] = "likewise",
        ["ec31fa5e521c5df4.js"] = "likewise",
    };

    /// <summary>Files whose two versions have other names and numbers: of these the types of the nodes are compared.</summary>
    private static readonly HashSet<string> s_otherNames =
    [
        "0339fa95c78c11bd.js", "0b4d61559ccce0f9.js", "0f88c334715d2489.js", "1093d98f5fc0758d.js", "15d9592709b947a0.js",
        "2179895ec5cc6276.js", "247a3a57e8176ebd.js", "441a92357939904a.js", "47f974d6fc52e3e4.js", "4e1a0da46ca45afe.js",
        "5829d742ab805866.js", "598a5cedba92154d.js", "72d79750e81ef03d.js", "7788d3c1e1247da9.js", "7dab6e55461806c9.js",
        "82c827ccaecbe22b.js", "8c80f7ee04352eba.js", "96f5d93be9a54573.js", "988e362ed9ddcac5.js", "9bcae7c7f00b4e3c.js",
        "a8a03a88237c4e8f.js", "ad06370e34811a6a.js", "b0fdc038ee292aba.js", "cb211fadccb029c7.js", "ce968fcdf3a1987c.js",
        "db3c01738aaf0b92.js", "e1387fe892984e2b.js", "e71c1d5f0b6b833c.js", "e8ea384458526db0.js",
    ];

    /// <summary>Files whose two versions are not the same program.</summary>
    private static readonly Dictionary<string, string> s_otherPrograms = new()
    {
        ["0426f15dac46e92d.js"] = "the key '1e2000' against the key Infinity",
        ["7b72d7b43bedc895.js"] = "the key '0x20' against the key 0",
        ["b62c6dd890bef675.js"] = "the key '0x20' against the key 0",
        ["589dc8ad3b9aa28f.js"] = "one argument, a sequence, against two arguments",
        ["87a9b0d1d80812cc.js"] = "one argument, a sequence, against two arguments",
    };

    [Fact]
    public async Task Parse_Pass_HasNoErrors() => await AssertAllParseAsync("pass");

    [Fact]
    public async Task Parse_PassExplicit_HasNoErrors() => await AssertAllParseAsync("pass-explicit");

    [Fact]
    public async Task Parse_PassAndPassExplicit_GivesEqualTrees()
    {
        var different = new List<string>();
        foreach (var (file, explicitFile) in (await FilesAsync("pass")).Zip(await FilesAsync("pass-explicit")))
        {
            var name = Path.GetFileName(file);
            Assert.Equal(name, Path.GetFileName(explicitFile));
            var typesOnly = s_otherNames.Contains(name);
            var plain = EquivalentTree.Of(Parse(file).Root, typesOnly);
            var explicitly = EquivalentTree.Of(Parse(explicitFile).Root, typesOnly);
            if (plain != explicitly)
            {
                different.Add(name);
            }
        }

        Assert.Equal(s_otherPrograms.Keys.Order(), different.Order());
    }

    [Fact]
    public async Task Parse_Fail_HasErrors() =>
        Assert.Equal(s_validByNow.Keys.Order(), await WithoutErrorsAsync("fail"));

    [Fact]
    public async Task Parse_Early_HasErrors() =>
        Assert.Equal(s_notEarlyAnyMore.Keys.Order(), await WithoutErrorsAsync("early"));

    private static async Task AssertAllParseAsync(string folder)
    {
        var errors = from file in await FilesAsync(folder)
                     from error in Parse(file).Errors
                     select $"{Path.GetFileName(file)}: {error}";
        Assert.Empty(errors);
    }

    private static async Task<IEnumerable<string>> WithoutErrorsAsync(string folder) =>
        (await FilesAsync(folder)).Where(file => Parse(file).Errors.Count == 0).Select(file => Path.GetFileName(file)).Order();

    private static async Task<string[]> FilesAsync(string folder)
    {
        var files = Packages.JavaScriptFiles(Path.Combine(await Packages.InstallAsync(), "test262-parser-tests", folder));
        Assert.NotEmpty(files);
        return files;
    }

    private static ParseResult Parse(string file) => JavaScriptParser.Parse(
        File.ReadAllText(file),
        new ParseOptions { SourceType = file.Contains(".module.", StringComparison.Ordinal) ? SourceType.Module : SourceType.Script });
}
