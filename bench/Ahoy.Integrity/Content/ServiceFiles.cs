using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ahoy.Model;

namespace Ahoy.Integrity.Content;

/// <summary>The files of the Service that is asked: one Function in as many versions as are saved or deployed, and Assets of three contents each.</summary>
internal static class ServiceFiles
{
    /// <summary>How many contents an Asset has: that of version <c>n</c> is number <c>n</c> modulo this, so that each comes back.</summary>
    public const int ContentCount = 3;

    /// <summary>The Function that has versions.</summary>
    public const string FunctionPath = "/answer";

    /// <summary>The Function that passes on to it, and is asked for what takes no time.</summary>
    public const string QuickPath = "/quick";

    public const string ModulePath = "/content.js";

    private const string VersionMark = "'0000000'";

    private static readonly string s_function = Resource("answer.js");

    /// <summary>The private Asset that the Function is made with.</summary>
    public static string Module { get; } = Resource("content.js");

    /// <summary>The Assets, from an empty one to the largest that there can be.</summary>
    public static IReadOnlyList<TestAsset> Assets { get; } =
    [
        TestAsset.Of("/empty.txt", "text/plain; charset=utf-8", _ => 0),
        TestAsset.Of("/one.bin", "application/octet-stream", _ => 1),
        TestAsset.Of("/small.json", "application/json; charset=utf-8", i => 700 + (i / 2)),
        TestAsset.Of("/medium.png", "image/png", i => 100_000 + (i / 2 * 77)),
        TestAsset.Of("/kept.bin", "application/octet-stream", _ => 1024 * 1024),
        TestAsset.Of("/large.bin", "application/octet-stream", i => 1_500_000 + (i / 2 * 4096)),
        TestAsset.Of("/largest.bin", "application/octet-stream", _ => (int)PlatformLimits.ServedAssetBytes, changes: false),
    ];

    public static string Quick { get; } = Resource("quick.js");

    public static string Version(int version) => version.ToString("D7", CultureInfo.InvariantCulture);

    public static string Function(int version) => s_function.Replace(VersionMark, $"'{Version(version)}'", StringComparison.Ordinal);

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ServiceFiles).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>An Asset with its contents.</summary>
    /// <param name="Path">Its path.</param>
    /// <param name="ContentType">What it is sent as.</param>
    /// <param name="Contents">Its contents, by number.</param>
    /// <param name="Tags">The <c>ETag</c> of each.</param>
    internal sealed record TestAsset(string Path, string ContentType, byte[][] Contents, string[] Tags)
    {
        public bool Changes => Contents.Length > 1;

        public byte[] ContentOf(int version) => Contents[version % Contents.Length];

        public static TestAsset Of(string path, string contentType, Func<int, int> size, bool changes = true)
        {
            var contents = Enumerable.Range(0, changes ? ContentCount : 1).Select(i => Make(path, i, size(i))).ToArray();
            return new TestAsset(path, contentType, contents, [.. contents.Select(c => $"\"{Convert.ToHexStringLower(SHA256.HashData(c))[..32]}\"")]);
        }

        private static byte[] Make(string path, int number, int size)
        {
            var next = new XorShift((uint)(1000 + (path.Length * 10) + number + size));
            var content = new byte[size];
            for (var i = 0; i < size; i += 4)
            {
                var word = next.Next();
                for (var j = i; j < Math.Min(i + 4, size); j++)
                {
                    content[j] = (byte)word;
                    word >>= 8;
                }
            }

            return content;
        }
    }
}
