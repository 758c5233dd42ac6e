namespace Ahoy.Model.Tests.Resources;

public class ContentTypesTests
{
    [Theory]
    [InlineData("/style.css", "text/css; charset=utf-8")]
    [InlineData("/PHOTO.JPG", "image/jpeg")]
    [InlineData("/hold.mp3", "audio/mpeg")]
    [InlineData("/archive.tar.gz", "application/gzip")]
    [InlineData("/LICENSE", "application/octet-stream")]
    [InlineData("/a.unknown", "application/octet-stream")]
    public void ForFile_Extension_GivesMediaType(string file, string type) =>
        Assert.Equal(type, ContentTypes.ForFile(file));
}
