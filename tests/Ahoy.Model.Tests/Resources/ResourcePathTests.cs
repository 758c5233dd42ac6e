namespace Ahoy.Model.Tests.Resources;

public class ResourcePathTests
{
    [Theory]
    [InlineData("hello.js", "/hello", Visibility.Public)]
    [InlineData("sms/reply.protected.js", "/sms/reply", Visibility.Protected)]
    [InlineData("lib/menu.private.js", "/lib/menu", Visibility.Private)]
    [InlineData(@"sms\reply.protected.js", "/sms/reply", Visibility.Protected)]
    [InlineData("v1.2/ping.js", "/v1.2/ping", Visibility.Public)]
    [InlineData("index.js", "/index", Visibility.Public)]
    [InlineData("a.b.js", "/a.b", Visibility.Public)]
    [InlineData("reply.Protected.js", "/reply.Protected", Visibility.Public)]
    [InlineData("private.js", "/private", Visibility.Public)]
    [InlineData(".private.js", "/.private", Visibility.Public)]
    [InlineData("a.private.protected.js", "/a.private", Visibility.Protected)]
    public void FromFile_Function_DropsMarkerAndExtension(string file, string path, Visibility visibility)
    {
        var actual = ResourcePath.FromFile(ResourceKind.Function, file);

        Assert.Equal((path, visibility), (actual.Value, actual.Visibility));
    }

    [Theory]
    [InlineData("index.html", "/index.html", Visibility.Public)]
    [InlineData("assets/index.html", "/assets/index.html", Visibility.Public)]
    [InlineData("message.private.js", "/message.js", Visibility.Private)]
    [InlineData("data/prices.protected.csv", "/data/prices.csv", Visibility.Protected)]
    [InlineData("archive.tar.private.gz", "/archive.tar.gz", Visibility.Private)]
    [InlineData("archive.private.tar.gz", "/archive.private.tar.gz", Visibility.Public)]
    [InlineData("LICENSE", "/LICENSE", Visibility.Public)]
    [InlineData("notes.private", "/notes.private", Visibility.Public)]
    [InlineData(".well-known/security.txt", "/.well-known/security.txt", Visibility.Public)]
    [InlineData(".htaccess", "/.htaccess", Visibility.Public)]
    [InlineData("café menu.private.json", "/café menu.json", Visibility.Private)]
    public void FromFile_Asset_KeepsExtension(string file, string path, Visibility visibility)
    {
        var actual = ResourcePath.FromFile(ResourceKind.Asset, file);

        Assert.Equal((path, visibility), (actual.Value, actual.Visibility));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData(@"\share\x.js")]
    public void FromFile_EmptyOrAbsolute_Throws(string file) =>
        Assert.Throws<ArgumentException>(() => ResourcePath.FromFile(ResourceKind.Asset, file));
}
