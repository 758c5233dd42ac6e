using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Ahoy.Design.Tests.Parts;

namespace Ahoy.Design.Tests.Documents;

/// <summary>
/// What is public has documentation. The compiler says so for each type and member (CS1591, an error here): these tests see to it that
/// nothing has kept it from looking.
/// </summary>
public class DocumentationTests
{
    private const string Warning = "CS1591";

    public static TheoryData<string> Names() => new(Part.WithCode.Select(part => part.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Project_Documentation_IsAskedFor(string name)
    {
        var part = Find(name);

        Assert.NotEqual("false", part.Property("GenerateDocumentationFile"));
        Assert.DoesNotContain(Warning, File.ReadAllText(part.ProjectFile));
        Assert.DoesNotContain(
            part.Sources,
            file => File.ReadLines(file).Any(line => line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal) && line.Contains(Warning)));
    }

    [Fact]
    public void Settings_OfTheRepository_LeaveTheWarningOn()
    {
        Assert.DoesNotContain(Warning, File.ReadAllText(Repository.Combine(".editorconfig")));
        Assert.DoesNotContain(Warning, File.ReadAllText(Repository.Combine("build", "repo", "Repo.Source.props")));
        Assert.Contains("<GenerateDocumentationFile>true<", File.ReadAllText(Repository.Combine("Directory.Build.props")));
        Assert.Contains("<TreatWarningsAsErrors>true<", File.ReadAllText(Repository.Combine("Directory.Build.props")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void PublicTypes_OfTheAssembly_HaveASummary(string name)
    {
        var part = Find(name);
        var documented = XDocument.Load(Path.ChangeExtension(part.AssemblyFile, ".xml"))
            .Descendants("member")
            .Where(member => member.Elements().Any())
            .Select(member => (string)member.Attribute("name")!)
            .ToHashSet();

        Expect.None(PublicTypes(part).Where(type => !documented.Contains($"T:{type}")));
    }

    private static Part Find(string name) => Part.All.Single(part => part.Name == name);

    private static List<string> PublicTypes(Part part)
    {
        using var file = new PEReader(File.OpenRead(part.AssemblyFile));
        var reader = file.GetMetadataReader();
        return
        [
            .. from handle in reader.TypeDefinitions
               let type = reader.GetTypeDefinition(handle)
               where (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public
               let space = reader.GetString(type.Namespace)
               where space.StartsWith("Ahoy", StringComparison.Ordinal)
               select $"{space}.{reader.GetString(type.Name)}",
        ];
    }
}
