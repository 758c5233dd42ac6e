// dotnet run --project build/repo/OpenApi [FOLDER]
//
// Writes src/Ahoy.Simulator/Rest/Documents/twilio.openapi from the OpenAPI documents of npm's @twilio/cli-core. FOLDER is one where that
// package is installed; without it, npm installs the version that OpenApiPackage names into a temporary folder.
using Ahoy.OpenApi;

var temporary = args.Length == 0 ? Directory.CreateTempSubdirectory("ahoy-openapi-") : null;
try
{
    var folder = args.Length == 0 ? temporary!.FullName : args[0];
    if (temporary is not null)
    {
        await OpenApiPackage.InstallAsync(folder);
    }

    var compiled = OpenApiCompiler.Compile(OpenApiPackage.Documents(folder), OpenApiPackage.Source(folder));
    var output = Path.Combine(FindRepository(), "src", "Ahoy.Simulator", "Rest", "Documents", "twilio.openapi");
    await File.WriteAllBytesAsync(output, CompiledFile.Write(compiled));
    Console.WriteLine($"{compiled.Source}: {compiled.Documents.Count} documents, {compiled.Documents.Sum(document => document.Operations)} operations, {new FileInfo(output).Length:N0} bytes");
}
finally
{
    temporary?.Delete(recursive: true);
}

return 0;

static string FindRepository()
{
    var folder = new DirectoryInfo(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Toolchain.sln")))
    {
        folder = folder.Parent;
    }

    return folder?.FullName ?? throw new InvalidOperationException("Run this inside the repository.");
}
