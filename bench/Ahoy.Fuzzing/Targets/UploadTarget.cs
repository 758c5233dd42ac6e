using System.Text;
using Ahoy.Fuzzing.Engine;
using Ahoy.Host.ControlPlane.Endpoints.Versions;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.Storage;
using Microsoft.AspNetCore.Http;

namespace Ahoy.Fuzzing.Targets;

/// <summary>The body of an upload: a Version with everything that it needs, or an error of the caller's; never one of the host's.</summary>
internal sealed class UploadTarget : IFuzzTarget
{
    private const string Type = "multipart/form-data; boundary=x";

    private readonly string _folder = Directory.CreateTempSubdirectory("ahoy-fuzz-").FullName;
    private readonly ContentStore _contents;

    public UploadTarget() => _contents = new ContentStore(_folder);

    public string Name => "upload";

    // The first line is the content type.
    public IEnumerable<byte[]> Seeds { get; } =
    [
        .. new[]
        {
            Form("/hello", "public", "exports.handler = 1;"),
            Form("a/b.txt", "private", ""),
            "multipart/form-data; boundary=\"a b\"\n--a b\r\nContent-Disposition: form-data; name=Path\r\n\r\n/a\r\n--a b--\r\n",
            "text/plain\n",
            Form("/cut", "public", "exports")[..^12],
            $"multipart/form-data; boundary={new string('x', 5000)}\n--x--",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public void Run(byte[] input)
    {
        var end = Array.IndexOf(input, (byte)'\n');
        var context = new DefaultHttpContext();
        context.Request.ContentType = Encoding.Latin1.GetString(input, 0, Math.Max(0, end));
        context.Request.Body = new MemoryStream(input, end + 1, input.Length - end - 1);
        try
        {
            var upload = VersionUpload.ReadAsync(context.Request, _contents, CancellationToken.None).GetAwaiter().GetResult();
            Check.That(upload.Path is ['/', ..], "a path begins with a slash");
            Check.That(_contents.Contains(upload.Content.Sha256), "the content is stored");
        }
        catch (Exception e) when (e is ApiException or ContentTooLargeException or InvalidDataException or BadHttpRequestException)
        {
            // What ErrorMiddleware makes the caller's errors of.
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Form(string path, string visibility, string content) =>
        $"{Type}\n--x\r\nContent-Disposition: form-data; name=\"Path\"\r\n\r\n{path}\r\n--x\r\nContent-Disposition: form-data; name=\"Visibility\"\r\n\r\n{visibility}\r\n"
        + $"--x\r\nContent-Disposition: form-data; name=\"Content\"; filename=\"a\"\r\nContent-Type: text/plain\r\n\r\n{content}\r\n--x--\r\n";
}
