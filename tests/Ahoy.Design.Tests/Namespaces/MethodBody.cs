using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace Ahoy.Design.Tests.Namespaces;

/// <summary>What a method's instructions refer to.</summary>
internal static class MethodBody
{
    private const byte TwoBytes = 0xFE;

    private static readonly Dictionary<ushort, OperandType> s_operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ushort)code.Value, code => code.OperandType);

    /// <summary>The metadata tokens of types, fields, methods and signatures, in the order of the instructions.</summary>
    public static IEnumerable<int> TokensOf(BlobReader code)
    {
        var tokens = new List<int>();
        while (code.RemainingBytes > 0)
        {
            ushort operation = code.ReadByte();
            if (operation == TwoBytes)
            {
                operation = (ushort)((TwoBytes << 8) | code.ReadByte());
            }

            switch (s_operands[operation])
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineSig or OperandType.InlineTok or OperandType.InlineType:
                    tokens.Add(code.ReadInt32());
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += targets * sizeof(int);
                    break;
                case var operand:
                    code.Offset += SizeOf(operand);
                    break;
            }
        }

        return tokens;
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
