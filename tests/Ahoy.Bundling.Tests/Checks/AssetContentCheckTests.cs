using System.Buffers.Binary;
using System.Text;
using Ahoy.Bundling.Checks;
using Ahoy.Model;
using static Ahoy.Bundling.Tests.Candidates;

namespace Ahoy.Bundling.Tests.Checks;

/// <summary>What a public Asset should not hold: AHOY5013 and 5014.</summary>
public class AssetContentCheckTests
{
    [Theory]
    [InlineData("photo.jpg", true)]
    [InlineData("photo.JPEG", true)]
    [InlineData("photo.png", true)]
    [InlineData("photo.webp", true)]
    [InlineData("photo.tiff", true)]
    [InlineData("photo.tiff", false)]
    public void ImageLocation_LatitudeInExif_IsTold(string file, bool littleEndian)
    {
        var problem = Assert.Single(new ImageLocationCheck().Check(Of(Asset(file, Image(file, Exif(littleEndian, latitude: true))))));

        Assert.Equal(("AHOY5013", Severity.Info), (problem.Id, problem.Severity));
    }

    [Theory]
    [InlineData("photo.jpg")]
    [InlineData("photo.png")]
    [InlineData("photo.webp")]
    [InlineData("photo.tiff")]
    public void ImageLocation_ExifWithoutPlace_IsFine(string file) =>
        Assert.Empty(new ImageLocationCheck().Check(Of(Asset(file, Image(file, Exif(littleEndian: true, latitude: false))))));

    [Theory]
    [InlineData("photo.jpg")]
    [InlineData("photo.png")]
    [InlineData("photo.webp")]
    [InlineData("photo.tiff")]
    public void ImageLocation_DamagedImage_IsPassedOver(string file)
    {
        var image = Image(file, Exif(littleEndian: true, latitude: true));

        // Cut anywhere, or with any byte changed, it is read without an error; whether it still has a place is no matter.
        for (var i = 0; i < image.Length; i++)
        {
            var damaged = (byte[])image.Clone();
            damaged[i] = 0xFF;
            Assert.True(new ImageLocationCheck().Check(Of(Asset(file, damaged))).Count() <= 1);
            Assert.True(new ImageLocationCheck().Check(Of(Asset(file, image[..i]))).Count() <= 1);
        }
    }

    [Fact]
    public void ImageLocation_PrivateImage_IsFine() =>
        Assert.Empty(new ImageLocationCheck().Check(Of(Asset("photo.private.jpg", Image("photo.jpg", Exif(true, latitude: true))))));

    [Theory]
    [InlineData(".env", "A=1")]
    [InlineData("config/.env.production", "A=1")]
    [InlineData("credentials.json", "{}")]
    [InlineData(".npmrc", "//registry.example/:_authToken=abc")]
    [InlineData("key.pem", "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n")]
    [InlineData("key.txt", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n")]
    public void PublicSecret_LooksLikeOne_Warns(string file, string content)
    {
        var problem = Assert.Single(new PublicSecretCheck().Check(Of(Asset(file, content))));

        Assert.Equal(("AHOY5014", Severity.Warning), (problem.Id, problem.Severity));
    }

    [Theory]
    [InlineData("env.txt", "A=1")]
    [InlineData(".npmrc", "save-exact=true")]
    [InlineData("cert.pem", "-----BEGIN CERTIFICATE-----\nMIIEowIBAAKCAQEA\n")]
    [InlineData("public.pem", "-----BEGIN PUBLIC KEY-----\nMIIEowIBAAKCAQEA\n")]
    [InlineData("check.js", "if (text.includes('-----BEGIN PRIVATE KEY-----')) { throw new Error(); }")]
    [InlineData("key.private.pem", "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n")]
    [InlineData("credentials.private.json", "{}")]
    public void PublicSecret_Other_IsFine(string file, string content) =>
        Assert.Empty(new PublicSecretCheck().Check(Of(Asset(file, content))));

    /// <summary>A TIFF structure: a directory with one entry, which leads to one of places.</summary>
    private static byte[] Exif(bool littleEndian, bool latitude)
    {
        var data = new byte[64];
        data[0] = data[1] = (byte)(littleEndian ? 'I' : 'M');
        Put(2, 42, 2);
        Put(4, 8, 4);
        Put(8, 1, 2);
        Put(10, 0x8825, 2);
        Put(12, 4, 2);
        Put(14, 1, 4);
        Put(18, 26, 4);
        Put(26, 1, 2);
        Put(28, latitude ? 2 : 29, 2);
        Put(30, 5, 2);
        Put(32, 3, 4);
        Put(36, 40, 4);
        return data;

        void Put(int position, int value, int length)
        {
            for (var i = 0; i < length; i++)
            {
                data[position + (littleEndian ? i : length - 1 - i)] = (byte)(value >> (8 * i));
            }
        }
    }

    private static byte[] Image(string file, byte[] exif) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".jpg" or ".jpeg" => [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xE1, .. BigEndian16(exif.Length + 8), .. "Exif\0\0"u8, .. exif, 0xFF, 0xDA, 0, 2, 0],
        ".png" => [0x89, .. "PNG\r\n\u001A\n"u8, .. Chunk("IHDR", new byte[13]), .. Chunk("eXIf", exif), .. Chunk("IEND", [])],
        ".webp" => [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8, .. "VP8X"u8, 3, 0, 0, 0, 1, 2, 3, 0, .. "EXIF"u8, .. LittleEndian32(exif.Length), .. exif],
        _ => exif,
    };

    private static byte[] Chunk(string kind, byte[] data) => [.. BigEndian32(data.Length), .. Encoding.ASCII.GetBytes(kind), .. data, 0, 0, 0, 0];

    private static byte[] BigEndian16(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] BigEndian32(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] LittleEndian32(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
