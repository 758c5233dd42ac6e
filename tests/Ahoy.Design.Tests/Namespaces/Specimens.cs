// Many small types in one file: together they are one specimen, that of a type that refers to others in every way there is.
#pragma warning disable SA1402, CA1812, CA1822, IDE0051, IDE0044, CS0169, CS0649
namespace Ahoy.Design.Tests.Namespaces.Specimens;

internal class BaseSpecimen;

internal interface IInterfaceSpecimen;

[AttributeUsage(AttributeTargets.All)]
internal sealed class AttributeSpecimen : Attribute;

internal sealed class FieldSpecimen;

internal sealed class ParameterSpecimen;

internal sealed class ResultSpecimen;

internal sealed class LocalSpecimen;

internal static class CalledSpecimen
{
    public static void Call()
    {
    }
}

internal sealed class CaughtSpecimen : Exception;

internal sealed class ArgumentSpecimen<T>;

internal static class LambdaSpecimen
{
    public static int Count => 1;
}

internal static class IteratorSpecimen
{
    public static int Count => 1;
}

internal class ConstraintSpecimen;

internal static class GenericCallSpecimen
{
    public static T? Call<T>() => default;
}

internal sealed class UnusedSpecimen;

[AttributeSpecimen]
internal sealed class Referring : BaseSpecimen, IInterfaceSpecimen
{
    private FieldSpecimen[]? _field;

    public ResultSpecimen? Method(ref ParameterSpecimen parameter, List<ArgumentSpecimen<int>> arguments)
    {
        object local = new LocalSpecimen();
        try
        {
            CalledSpecimen.Call();
        }
        catch (CaughtSpecimen)
        {
        }

        Func<int> lambda = () => LambdaSpecimen.Count;
        return local is null || GenericCallSpecimen.Call<int>() + lambda() > 2 ? null : new ResultSpecimen();
    }

    public IEnumerable<int> Iterate()
    {
        yield return IteratorSpecimen.Count;
    }

    public void Constrain<T>()
        where T : ConstraintSpecimen
    {
    }
}
