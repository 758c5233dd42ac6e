using System.CommandLine;

namespace Ahoy.Cli.Assets;

/// <summary><c>ahoy assets</c>: a Service of Assets alone, as a place for files. Page: Upload assets using the Assets Plugin.</summary>
internal static class AssetsCommand
{
    public static Command Create() => new("assets", "Uploads files to a Service that holds only Assets.")
    {
        AssetsInitCommand.Create(),
        AssetsUploadCommand.Create(),
        AssetsListCommand.Create(),
    };
}
