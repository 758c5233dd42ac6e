using Ahoy.Bundling.Images;
using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5013: a public image carries the place where it was taken.</summary>
internal sealed class ImageLocationCheck : IBuildCheck
{
    private static readonly HashSet<string> s_extensions =
        new(StringComparer.OrdinalIgnoreCase) { ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp" };

    public IEnumerable<Problem> Check(BuildCandidate candidate) =>
        from content in candidate.Resources
        let asset = content.Resource
        where asset.Kind == ResourceKind.Asset
            && asset.Visibility == Visibility.Public
            && s_extensions.Contains(Path.GetExtension(asset.Path))
            && asset.Size <= PlatformLimits.ServedAssetBytes
            && content.Fact("place", () => ExifLocation.IsIn(content.ReadHead((int)asset.Size)))
        select new Problem(
            "AHOY5013",
            Severity.Info,
            "the public image says in its EXIF data where it was taken: remove that, with 'exiftool -gps:all=' for one",
            asset.File);
}
