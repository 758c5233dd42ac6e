namespace Ahoy.Model;

/// <summary>The media type that an Asset is served with, by its extension.</summary>
public static class ContentTypes
{
    /// <summary>What a file of an unknown extension is.</summary>
    public const string Default = "application/octet-stream";

    /// <summary>What a Function's source is.</summary>
    public const string JavaScript = "application/javascript; charset=utf-8";

    private static readonly Dictionary<string, string> s_byExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".aac"] = "audio/aac",
        [".avif"] = "image/avif",
        [".bmp"] = "image/bmp",
        [".cjs"] = JavaScript,
        [".css"] = "text/css; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".doc"] = "application/msword",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".eot"] = "application/vnd.ms-fontobject",
        [".flac"] = "audio/flac",
        [".gif"] = "image/gif",
        [".gz"] = "application/gzip",
        [".htm"] = "text/html; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".ico"] = "image/x-icon",
        [".ics"] = "text/calendar; charset=utf-8",
        [".jpeg"] = "image/jpeg",
        [".jpg"] = "image/jpeg",
        [".js"] = JavaScript,
        [".json"] = "application/json; charset=utf-8",
        [".m4a"] = "audio/mp4",
        [".map"] = "application/json; charset=utf-8",
        [".md"] = "text/markdown; charset=utf-8",
        [".mjs"] = JavaScript,
        [".mov"] = "video/quicktime",
        [".mp3"] = "audio/mpeg",
        [".mp4"] = "video/mp4",
        [".mpeg"] = "video/mpeg",
        [".oga"] = "audio/ogg",
        [".ogg"] = "audio/ogg",
        [".ogv"] = "video/ogg",
        [".opus"] = "audio/ogg",
        [".otf"] = "font/otf",
        [".pdf"] = "application/pdf",
        [".png"] = "image/png",
        [".rtf"] = "application/rtf",
        [".svg"] = "image/svg+xml",
        [".tar"] = "application/x-tar",
        [".tif"] = "image/tiff",
        [".tiff"] = "image/tiff",
        [".ttf"] = "font/ttf",
        [".txt"] = "text/plain; charset=utf-8",
        [".vcf"] = "text/vcard; charset=utf-8",
        [".wasm"] = "application/wasm",
        [".wav"] = "audio/wav",
        [".weba"] = "audio/webm",
        [".webm"] = "video/webm",
        [".webmanifest"] = "application/manifest+json",
        [".webp"] = "image/webp",
        [".woff"] = "font/woff",
        [".woff2"] = "font/woff2",
        [".xls"] = "application/vnd.ms-excel",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".xml"] = "application/xml",
        [".yaml"] = "application/yaml",
        [".yml"] = "application/yaml",
        [".zip"] = "application/zip",
    };

    /// <summary>The media type for a file's name or path; <see cref="Default"/> where the extension is not known.</summary>
    public static string ForFile(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        return dot >= 0 && s_byExtension.TryGetValue(fileName.Substring(dot), out var type) ? type : Default;
    }
}
