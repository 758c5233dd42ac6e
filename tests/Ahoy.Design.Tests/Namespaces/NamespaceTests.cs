using Ahoy.Design.Tests.Parts;

namespace Ahoy.Design.Tests.Namespaces;

/// <summary>No two namespaces of a part refer to each other, directly or in a circle.</summary>
public class NamespaceTests
{
    public static TheoryData<string> Names() => new(Part.WithCode.Select(part => part.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Namespaces_OfAPart_ReferInNoCircle(string name)
    {
        var references = TypeReferences.Of(Part.All.Single(part => part.Name == name).AssemblyFile);
        var circles = new NamespaceGraph(references).TakeCircles();

        Assert.True(circles.Count == 0, string.Join('\n', circles.Prepend($"{circles.Count} circles:")));
    }

    /// <summary>The reader itself: each way in which a type can refer to another, in types below.</summary>
    [Fact]
    public void References_OfEachKind_AreFound()
    {
        var found = TypeReferences.Of(typeof(NamespaceTests).Assembly.Location)
            .Where(reference => reference.From.Name == nameof(Specimens.Referring))
            .Select(reference => reference.To.Name)
            .ToHashSet();

        Assert.Superset(
            new HashSet<string>
            {
                "BaseSpecimen", "IInterfaceSpecimen", "AttributeSpecimen", "FieldSpecimen", "ParameterSpecimen", "ResultSpecimen", "LocalSpecimen",
                "CalledSpecimen", "CaughtSpecimen", "ArgumentSpecimen`1", "LambdaSpecimen", "IteratorSpecimen", "ConstraintSpecimen", "GenericCallSpecimen",
            },
            found);
        Assert.DoesNotContain("UnusedSpecimen", found);
    }

    [Fact]
    public void Circles_OfThreeNamespaces_NamesTheTypes()
    {
        static TypeReference Reference(string from, string to) => new(new TypeName(from, "From"), new TypeName(to, "To"));

        var circle = Assert.Single(new NamespaceGraph(
            [Reference("Ahoy.A", "Ahoy.B"), Reference("Ahoy.B", "Ahoy.C"), Reference("Ahoy.C", "Ahoy.A"), Reference("Ahoy.A", "Ahoy.D")]).TakeCircles());

        Assert.StartsWith("Ahoy.A → Ahoy.B → Ahoy.C → Ahoy.A\n", circle);
        Assert.Contains("Ahoy.C → Ahoy.A (1): From → To", circle);
    }

    [Fact]
    public void Circles_OfATree_AreNone() =>
        Assert.Empty(new NamespaceGraph([new TypeReference(new TypeName("Ahoy.A", "X"), new TypeName("Ahoy.B", "Y"))]).TakeCircles());
}
