using System.IO.Compression;
using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Native;

/// <summary>The native <c>ahoy</c> out of the SDK's package, unpacked as NuGet unpacks it.</summary>
public sealed class NativeProgram(SdkPackage package) : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Lock _lock = new();
    private string? _program;

    /// <summary>The program; the test skips itself where the package was made without it.</summary>
    public string Require()
    {
        Assert.SkipUnless(SdkPackage.IsNative, $"The package is without the native program: {SdkPackage.NativeVariable}=true has it compiled, with clang or gcc.");
        lock (_lock)
        {
            return _program ??= Unpack();
        }
    }

    public void Dispose() => _folder.Dispose();

    private string Unpack()
    {
        using var zip = ZipFile.OpenRead(Directory.GetFiles(package.Packages, "Ahoy.Sdk.*.nupkg").Single());
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("tools/ahoy-", StringComparison.Ordinal)))
        {
            var file = _folder.Combine(entry.FullName);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            entry.ExtractToFile(file);
        }

        var program = Directory.GetFiles(_folder.Path, OperatingSystem.IsWindows() ? "ahoy.exe" : "ahoy", SearchOption.AllDirectories).Single();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return program;
    }
}
