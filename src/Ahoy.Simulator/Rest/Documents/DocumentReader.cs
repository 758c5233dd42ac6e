using System.Globalization;
using System.Text;

namespace Ahoy.Simulator.Rest.Documents;

/// <summary>Reads one document of the compiled file. Its counterpart is DocumentWriter in build/repo/OpenApi.</summary>
internal ref struct DocumentReader
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string[] _strings;
    private readonly ApiSchema[] _schemas;
    private int _position;

    private DocumentReader(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _strings = new string[ReadInt()];
        for (var i = 0; i < _strings.Length; i++)
        {
            var length = ReadInt();
            _strings[i] = Encoding.UTF8.GetString(_bytes.Slice(_position, length));
            _position += length;
        }

        _schemas = new ApiSchema[ReadInt()];
        for (var i = 0; i < _schemas.Length; i++)
        {
            _schemas[i] = new ApiSchema();
        }

        foreach (var schema in _schemas)
        {
            ReadSchema(schema);
        }
    }

    internal static ApiDocument Read(string name, string host, ReadOnlySpan<byte> bytes)
    {
        var document = new ApiDocument { Name = name, Host = host };
        var reader = new DocumentReader(bytes);
        reader.ReadPaths(document);
        return document;
    }

    private void ReadPaths(ApiDocument document)
    {
        var paths = new ApiPath[ReadInt()];
        for (var i = 0; i < paths.Length; i++)
        {
            var path = new ApiPath { Document = document, Template = ReadString(), Kind = (PathKind)_bytes[_position++] };
            path.Operations = new ApiOperation[ReadInt()];
            for (var j = 0; j < path.Operations.Length; j++)
            {
                path.Operations[j] = ReadOperation(path);
            }

            paths[i] = path;
        }

        document.Paths = paths;
    }

    private ApiOperation ReadOperation(ApiPath path)
    {
        var operation = new ApiOperation
        {
            Path = path,
            Method = Methods[_bytes[_position++]],
            Id = ReadString(),
            Anonymous = _bytes[_position++] != 0,
            Parameters = new ApiParameter[ReadInt()],
        };
        for (var i = 0; i < operation.Parameters.Length; i++)
        {
            operation.Parameters[i] = new ApiParameter(ReadString(), (ParameterPlace)_bytes[_position++], _bytes[_position++] != 0, _schemas[ReadInt()]);
        }

        operation.Body = (BodyKind)_bytes[_position++];
        if (operation.Body != BodyKind.None)
        {
            operation.BodyRequired = _bytes[_position++] != 0;
            operation.BodySchema = _schemas[ReadInt()];
        }

        operation.Status = ReadInt();
        var answer = ReadInt();
        operation.Answer = answer == 0 ? null : _schemas[answer - 1];
        operation.Links = new (string, string)[ReadInt()];
        for (var i = 0; i < operation.Links.Length; i++)
        {
            operation.Links[i] = (ReadString(), ReadString());
        }

        return operation;
    }

    private void ReadSchema(ApiSchema schema)
    {
        schema.Type = (ApiType)_bytes[_position++];
        var flags = ReadInt();
        schema.Nullable = (flags & 1) != 0;
        schema.Format = (flags & 2) != 0 ? ReadString() : null;
        schema.Pattern = (flags & 4) != 0 ? ReadString() : null;
        schema.Enum = (flags & 8) != 0 ? ReadStrings() : [];
        if ((flags & 16) != 0)
        {
            (schema.MinLength, schema.MaxLength) = ((int?)ReadNumber(), (int?)ReadNumber());
        }

        if ((flags & 32) != 0)
        {
            (schema.Minimum, schema.Maximum) = (ReadNumber(), ReadNumber());
        }

        schema.Default = (flags & 64) != 0 ? ReadString() : null;
        schema.ReadOnly = (flags & 1024) != 0;
        if ((flags & 128) != 0)
        {
            schema.Properties = new ApiProperty[ReadInt()];
            for (var i = 0; i < schema.Properties.Length; i++)
            {
                var name = ReadString();
                var value = ReadInt();
                schema.Properties[i] = new ApiProperty(name, _schemas[value >> 1], (value & 1) != 0);
            }
        }

        schema.Items = (flags & 256) != 0 ? _schemas[ReadInt()] : null;
        if ((flags & 512) != 0)
        {
            schema.OneOf = new ApiSchema[ReadInt()];
            for (var i = 0; i < schema.OneOf.Length; i++)
            {
                schema.OneOf[i] = _schemas[ReadInt()];
            }
        }

        schema.Additional = (flags & 2048) != 0 ? _schemas[ReadInt()] : null;
    }

    private string[] ReadStrings()
    {
        var values = new string[ReadInt()];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ReadString();
        }

        return values;
    }

    private decimal? ReadNumber()
    {
        var text = ReadString();
        return text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
    }

    private string ReadString()
    {
        return _strings[ReadInt()];
    }

    private int ReadInt()
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = _bytes[_position++];
            value |= (next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
