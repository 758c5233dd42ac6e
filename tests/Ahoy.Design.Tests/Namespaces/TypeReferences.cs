using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Ahoy.Design.Tests.Namespaces;

/// <summary>
/// Which types of an assembly refer to which others of it: by their base types, interfaces, attributes and signatures, and by what their
/// methods do. A nested type, and so whatever the compiler makes of a lambda or an iterator, counts as the type that it stands in.
/// </summary>
/// <remarks>Constants leave no trace in an assembly: a type of which only these are used is not seen.</remarks>
internal sealed class TypeReferences
{
    private readonly PEReader _file;
    private readonly MetadataReader _reader;
    private readonly SignatureTypes _signatures = new();
    private readonly HashSet<(TypeDefinitionHandle From, TypeDefinitionHandle To)> _found = [];
    private TypeDefinitionHandle _from;

    private TypeReferences(PEReader file)
    {
        _file = file;
        _reader = file.GetMetadataReader();
    }

    /// <summary>Each pair of types once: the one that refers, and the one that it refers to.</summary>
    public static IReadOnlyList<TypeReference> Of(string assemblyFile)
    {
        using var file = new PEReader(File.OpenRead(assemblyFile));
        var references = new TypeReferences(file);
        foreach (var handle in references._reader.TypeDefinitions)
        {
            references.AddType(handle);
        }

        return
        [
            .. references._found
                .Where(pair => pair.From != pair.To)
                .Select(pair => new TypeReference(references.NameOf(pair.From), references.NameOf(pair.To)))
                .OrderBy(reference => reference.ToString(), StringComparer.Ordinal),
        ];
    }

    private void AddType(TypeDefinitionHandle handle)
    {
        _from = OutermostOf(handle);
        var type = _reader.GetTypeDefinition(handle);
        Add(type.BaseType);
        AddAttributes(type.GetCustomAttributes());
        AddConstraints(type.GetGenericParameters());
        foreach (var implementation in type.GetInterfaceImplementations())
        {
            Add(_reader.GetInterfaceImplementation(implementation).Interface);
        }

        foreach (var field in type.GetFields().Select(_reader.GetFieldDefinition))
        {
            AddAttributes(field.GetCustomAttributes());
            field.DecodeSignature(_signatures, null);
            AddSignature();
        }

        foreach (var property in type.GetProperties().Select(_reader.GetPropertyDefinition))
        {
            AddAttributes(property.GetCustomAttributes());
        }

        foreach (var method in type.GetMethods().Select(_reader.GetMethodDefinition))
        {
            AddMethod(method);
        }
    }

    private void AddMethod(MethodDefinition method)
    {
        AddAttributes(method.GetCustomAttributes());
        AddConstraints(method.GetGenericParameters());
        method.DecodeSignature(_signatures, null);
        AddSignature();
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = _file.GetMethodBody(method.RelativeVirtualAddress);
        Add(body.LocalSignature);
        foreach (var region in body.ExceptionRegions)
        {
            Add(region.CatchType);
        }

        foreach (var token in MethodBody.TokensOf(body.GetILReader()))
        {
            Add(MetadataTokens.EntityHandle(token));
        }
    }

    private void AddConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(parameter => _reader.GetGenericParameter(parameter).GetConstraints()))
        {
            Add(_reader.GetGenericParameterConstraint(constraint).Type);
        }
    }

    private void AddAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
        {
            Add(_reader.GetCustomAttribute(attribute).Constructor);
        }
    }

    private void Add(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                _found.Add((_from, OutermostOf((TypeDefinitionHandle)handle)));
                break;
            case HandleKind.TypeSpecification:
                _reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_signatures, null);
                AddSignature();
                break;
            case HandleKind.StandaloneSignature:
                AddStandalone(_reader.GetStandaloneSignature((StandaloneSignatureHandle)handle));
                break;
            case HandleKind.MethodDefinition:
                Add(_reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                Add(_reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                Add(_reader.GetMemberReference((MemberReferenceHandle)handle).Parent);
                break;
            case HandleKind.MethodSpecification:
                var method = _reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(method.Method);
                method.DecodeSignature(_signatures, null);
                AddSignature();
                break;
        }
    }

    private void AddStandalone(StandaloneSignature signature)
    {
        if (signature.GetKind() == StandaloneSignatureKind.LocalVariables)
        {
            signature.DecodeLocalSignature(_signatures, null);
        }
        else
        {
            signature.DecodeMethodSignature(_signatures, null);
        }

        AddSignature();
    }

    private void AddSignature()
    {
        foreach (var type in _signatures.Take())
        {
            Add(type);
        }
    }

    private TypeDefinitionHandle OutermostOf(TypeDefinitionHandle handle)
    {
        for (var outer = handle; ; handle = outer)
        {
            outer = _reader.GetTypeDefinition(handle).GetDeclaringType();
            if (outer.IsNil)
            {
                return handle;
            }
        }
    }

    private TypeName NameOf(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        return new TypeName(_reader.GetString(type.Namespace), _reader.GetString(type.Name));
    }
}
