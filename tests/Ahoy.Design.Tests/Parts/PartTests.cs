using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Ahoy.Design.Tests.Parts;

/// <summary>Arrows between parts point down only.</summary>
public class PartTests
{
    public static TheoryData<string> Names() => new(Part.All.Select(part => part.Name));

    public static TheoryData<string> NamesWithCode() => new(Part.WithCode.Select(part => part.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Part_OfTheRepository_IsInTheDesign(string name) =>
        Assert.True(Arrows.IsPart(name), $"src/Ahoy.{name} is no part that docs/architecture.md and {nameof(Arrows)} know.");

    [Theory]
    [MemberData(nameof(Names))]
    public void Project_References_AreAllowedArrows(string name) =>
        Expect.None(Find(name).References.Where(other => !Arrows.Allow(name, other)).Select(other => $"{name} → {other}"));

    [Theory]
    [MemberData(nameof(NamesWithCode))]
    public void Assembly_References_AreAllowedArrows(string name)
    {
        var parts = Part.All.ToDictionary(part => part.AssemblyName, part => part.Name);

        Expect.None(
            ReferencesOf(Find(name))
                .Where(assembly => parts.TryGetValue(assembly, out var other) && !Arrows.Allow(name, other))
                .Select(assembly => $"{name} → {assembly}"));
    }

    [Theory]
    [MemberData(nameof(NamesWithCode))]
    public void Assembly_References_AreNoneThatThePartKnowsNothingOf(string name) =>
        Assert.DoesNotContain(
            ReferencesOf(Find(name)),
            assembly => Arrows.UnknownTo(name).Any(unknown => assembly.StartsWith(unknown, StringComparison.Ordinal)));

    private static Part Find(string name) => Part.All.Single(part => part.Name == name);

    private static List<string> ReferencesOf(Part part)
    {
        using var file = new PEReader(File.OpenRead(part.AssemblyFile));
        var reader = file.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))];
    }
}
