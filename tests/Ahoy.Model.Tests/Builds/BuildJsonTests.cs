using System.Text;

namespace Ahoy.Model.Tests.Builds;

public class BuildJsonTests
{
    private static readonly Resource s_hello = Function("/hello");

    [Fact]
    public void Write_AnyOrderOfParts_GivesTheSameBytes()
    {
        var a = new Dependency("a", "^1.0.0", "1.2.3");
        var b = new Dependency("b", "latest", null);
        var other = Function("/a");

        var one = BuildJson.Write(new Build("s", "node22", [a, b], [s_hello, other]));
        var two = BuildJson.Write(new Build("s", "node22", [b, a], [other, s_hello]));

        Assert.Equal(one, two);
        Assert.DoesNotContain((byte)'\r', one);
        Assert.EndsWith("}\n", Encoding.UTF8.GetString(one));
    }

    [Fact]
    public void Read_WhatWasWritten_GivesTheSameBuild()
    {
        var asset = new Resource(
            ResourceKind.Asset, "/café.json", Visibility.Private, "assets/café.private.json", 12, "application/json", new string('b', 64));
        var written = BuildJson.Write(new Build("my-service", "node20", [new Dependency("lodash", "^4", "4.17.21")], [asset, s_hello]));

        var read = BuildJson.Read(written, "build.json");

        Assert.Equal(written, BuildJson.Write(read));
        Assert.Equal("my-service", read.Service);
        Assert.Equal("/café.json", read.Resources[1].Path);
        Assert.Equal(Visibility.Private, read.Resources[1].Visibility);
    }

    [Theory]
    [InlineData("", "build.json: not a description of a Build")]
    [InlineData("{}", "build.json: not a description of a Build")]
    [InlineData("""{"schemaVersion":2}""", "build.json: the format has version 2")]
    [InlineData("""{"schemaVersion":1,"service":"s","runtime":"node22","dependencies":[],"resources":[{"kind":"widget"}]}""", "'widget' is no ResourceKind")]
    [InlineData("""{"schemaVersion":1,"service":null,"runtime":"node22","dependencies":[],"resources":[]}""", "'service' is null")]
    public void Read_BrokenFile_SaysWhatIsWrong(string json, string message)
    {
        var error = Assert.Throws<BuildFormatException>(() => BuildJson.Read(Encoding.UTF8.GetBytes(json), "build.json"));

        Assert.Contains(message, error.Message);
    }

    private static Resource Function(string path) =>
        new(ResourceKind.Function, path, Visibility.Public, $"functions{path}.js", 3, ContentTypes.JavaScript, new string('a', 64));
}
