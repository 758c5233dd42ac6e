namespace Ahoy.Simulator.World;

/// <summary>A file that goes with a message.</summary>
/// <param name="Sid">Its SID: ME….</param>
/// <param name="Url">Where it is.</param>
/// <param name="ContentType">Its type, told by the URL's ending.</param>
internal sealed record MessageMedia(string Sid, string Url, string ContentType)
{
    /// <summary>How many files a message may have.</summary>
    public const int Maximum = 10;

    /// <summary>A file at a URL.</summary>
    public static MessageMedia At(string url)
    {
        var path = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.AbsolutePath : url;
        return new MessageMedia(World.Sid.New("ME"), url, TypeOf(Path.GetExtension(path)));
    }

    private static string TypeOf(string extension) => extension.ToLowerInvariant() switch
    {
        ".jpg" or ".jpeg" => "image/jpeg",
        ".png" => "image/png",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".mp4" => "video/mp4",
        ".3gp" => "video/3gpp",
        ".mp3" => "audio/mpeg",
        ".wav" => "audio/wav",
        ".ogg" => "audio/ogg",
        ".pdf" => "application/pdf",
        ".vcf" => "text/vcard",
        ".csv" => "text/csv",
        ".txt" => "text/plain",
        _ => "image/jpeg",
    };
}
