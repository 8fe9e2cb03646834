using System.Numerics.Tensors;
using System.Reflection;

namespace LossGen.Numerics.Tests.Support;

/// <summary>Finds the members of a compiled loss that take spans; their overloads, which take tensors with shapes, have the same names.</summary>
internal static class SpanMethods
{
    /// <summary>The only member of a name that takes spans.</summary>
    public static MethodInfo Of(object loss, string name) => Named(loss.GetType(), name).Single();

    /// <summary>All members of a name that take spans.</summary>
    public static IEnumerable<MethodInfo> Named(Type type, string name) => type.GetMethods().Where(method => method.Name == name && !method.GetParameters().Any(IsTensor));

    private static bool IsTensor(ParameterInfo parameter) => parameter.ParameterType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ReadOnlyTensorSpan<>);
}
