using Ahoy.Design.Tests.Parts;
using Ahoy.TestSupport.Guides;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ahoy.Design.Tests.Guides;

/// <summary>What the guides show in C# compiles against the packages that it is written for, or stands in a sample.</summary>
public class GuideCSharpTests
{
    private static readonly CSharpCompilationOptions s_options = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    [Fact]
    public void CSharp_InGuides_Compiles()
    {
        var blocks = GuidePage.All.SelectMany(page => page.Blocks).Where(block => block.Language == "csharp" && block.Note(GuideNotes.From) is null).ToList();
        var files = blocks.Append(null).Select(block => CSharpSyntaxTree.ParseText(
            block?.Content ?? "global using System; global using System.Threading.Tasks;", path: block?.ToString() ?? "usings.cs", cancellationToken: TestContext.Current.CancellationToken));
        var compilation = CSharpCompilation.Create("Guides", files, References(), s_options);

        var diagnostics = compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        Expect.None(diagnostics.Select(diagnostic => $"{diagnostic.Location.SourceTree?.FilePath} {diagnostic.GetMessage(null)}"));
        Assert.NotEmpty(blocks);
    }

    /// <summary>The framework and xunit, which run these tests, and the package for users' tests.</summary>
    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Append(Part.All.Single(part => part.Name == "Testing").AssemblyFile)
            .Select(file => MetadataReference.CreateFromFile(file));
}
