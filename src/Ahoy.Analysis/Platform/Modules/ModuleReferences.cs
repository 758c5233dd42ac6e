using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis.Platform.Modules;

/// <summary>The modules that a file loads by names that are known, in the order of the source.</summary>
internal sealed class ModuleReferences
{
    private ModuleReferences(IReadOnlyList<ModuleReference> all) => All = all;

    public IReadOnlyList<ModuleReference> All { get; }

    public static ModuleReferences Of(SourceFile file) => file.Get(static source => new ModuleReferences(Find(source)));

    private static List<ModuleReference> Find(SourceFile file)
    {
        var references = new List<ModuleReference>();
        foreach (var call in file.Mentions("require") ? file.Nodes.Calls : [])
        {
            if (file.Scopes.IsFree(call.Callee, "require")
                && call.Arguments.ArgumentAt(0) is { } argument
                && file.Constants.TextOf(argument) is { } specifier)
            {
                references.Add(new ModuleReference(specifier, argument, call));
            }
        }

        foreach (var import in file.Mentions("import") ? file.Nodes.Imports : [])
        {
            if (file.Constants.TextOf(import.Source) is { } specifier)
            {
                references.Add(new ModuleReference(specifier, import.Source, import));
            }
        }

        references.Sort((one, other) => one.Argument.Start.CompareTo(other.Argument.Start));
        return references;
    }
}
