using Ahoy.Cli.Changes;

namespace Ahoy.Cli.Tests.Changes;

public class DiffReaderTests
{
    [Fact]
    public void Read_HunksOfSeveralFiles_GivesTheirLines()
    {
        var changed = DiffReader.Read("""
            diff --git a/a.js b/a.js
            --- a/a.js
            +++ b/a.js
            @@ -1 +1,2 @@
            -one
            +two
            +three
            @@ -9,2 +10,0 @@ function f() {
            -gone
            -gone
            diff --git a/b.js b/b.js
            --- a/b.js
            +++ b/b.js
            @@ -0,0 +1 @@
            +only
            \ No newline at end of file

            """.ReplaceLineEndings("\n"));

        Assert.Equal([(1, 2), (10, 11)], changed["a.js"]);
        Assert.Equal([(1, 1)], changed["b.js"]);
    }

    [Fact]
    public void Read_ContentThatLooksLikeAHeader_IsContent()
    {
        var changed = DiffReader.Read("--- a/a.js\n+++ b/a.js\n@@ -2,2 +2,2 @@\n--- a/x.js\n-@@ -1 +1 @@\n+++ b/x.js\n+@@ -1 +1 @@\n@@ -9 +9 @@\n-x\n+y\n");

        Assert.Equal([(2, 3), (9, 9)], changed["a.js"]);
        Assert.Single(changed);
    }

    [Theory]
    [InlineData("b/with space.js\t", "with space.js")]
    [InlineData("\"b/tab\\there.js\"", "tab\there.js")]
    [InlineData("\"b/\\303\\244\\\"q\\\\.js\"", "ä\"q\\.js")]
    [InlineData("\"b/ä😀\\n.js\"", "ä😀\n.js")]
    public void Read_Path_IsUnquoted(string written, string expected) =>
        Assert.Equal([expected], DiffReader.Read($"+++ {written}\n@@ -1 +1 @@\n-a\n+b\n").Keys);

    [Fact]
    public void Read_NothingThatChanged_IsEmpty() => Assert.Empty(DiffReader.Read(""));
}
