using System.CommandLine;
using Ahoy.Cli.Output;

namespace Ahoy.Cli.Creating;

/// <summary><c>--source FOLDER</c>: where the packages of Ahoy are.</summary>
internal static class SourceOption
{
    public static Option<string?> Create() => new("--source", "--add-source")
    {
        Description = $"The folder of Ahoy's packages, for {SdkSource.FileName}.",
    };

    /// <summary>The source that counts; null where none is known.</summary>
    /// <exception cref="UserErrorException">The folder that is named has no such package.</exception>
    public static SdkSource? Read(string? named)
    {
        if (named is null)
        {
            return SdkSource.OfThisCommand(AppContext.BaseDirectory);
        }

        return Uri.TryCreate(named, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? new SdkSource(named, null)
            : SdkSource.OfFolder(named) ?? throw new UserErrorException($"--source {named}: there is no Ahoy.Sdk.*.nupkg in it. `dotnet pack Toolchain.sln` makes it, in artifacts/packages of the clone.");
    }
}
