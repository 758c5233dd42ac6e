using System.Text.RegularExpressions;
using Ahoy.Design.Tests.Parts;

namespace Ahoy.Design.Tests.Names;

/// <summary>Files, folders and types below <c>src</c> are named by the glossary.</summary>
public partial class NameTests
{
    public static TheoryData<string> Names() => new(Part.All.Select(part => part.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Files_OfAPart_AreNamedByTheGlossary(string name)
    {
        var part = Part.All.Single(part => part.Name == name);
        var errors = from file in SourceFiles.Below(part.Folder)
                     let path = SourceFiles.NameOf(file)
                     from segment in path.Split('/').Skip(2)
                     let error = Glossary.ErrorIn(segment.Split('.')[0], path)
                     where error is not null
                     select error;

        Expect.None(errors);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Types_OfAPart_AreNamedByTheGlossary(string name)
    {
        var part = Part.All.Single(part => part.Name == name);
        var errors = from file in part.Sources
                     from Match type in TypeDeclaration().Matches(File.ReadAllText(file))
                     let error = Glossary.ErrorIn(type.Groups[1].Value, SourceFiles.NameOf(file))
                     where error is not null
                     select error;

        Expect.None(errors);
    }

    [Theory]
    [InlineData("WorkerEpitaph", "src/Ahoy.Host/Workers/WorkerEpitaph.cs", true)]
    [InlineData("SiteContent", "src/Ahoy.Host/Gateway/SiteContent.cs", true)]
    [InlineData("StringHelpers", "src/Ahoy.Model/StringHelpers.cs", true)]
    [InlineData("DeploymentRow", "src/Ahoy.Host/Gateway/DeploymentRow.cs", true)]
    [InlineData("DeploymentRow", "src/Ahoy.Host/Storage/DeploymentRow.cs", false)]
    [InlineData("PackageRunner", "src/Ahoy.Host/Commands/PackageRunner.cs", true)]
    [InlineData("PackageJson", "src/Ahoy.Model/Packages/PackageJson.cs", false)]
    [InlineData("CompileCommand", "src/Ahoy.Cli/CompileCommand.cs", false)]
    [InlineData("CallSite", "src/Ahoy.Analysis/CallSite.cs", false)]
    [InlineData("IHTTPManager", "src/Ahoy.Model/IHTTPManager.cs", true)]
    public void Name_WithAWordOfTheGlossary_IsFoundAsAWholeWord(string name, string file, bool isWrong) =>
        Assert.Equal(isWrong, Glossary.ErrorIn(name, file) is not null);

    [GeneratedRegex(@"^[^/""\n]*\b(?:class|record struct|record class|record|struct|interface|enum)\s+(\p{Lu}\w*)", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();
}
