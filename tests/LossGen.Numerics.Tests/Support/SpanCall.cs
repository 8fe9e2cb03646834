using System.Linq.Expressions;
using System.Reflection;

namespace LossGen.Numerics.Tests.Support;

/// <summary>Calls a method that takes spans with arrays or memory in their place, as reflection cannot pass spans.</summary>
internal static class SpanCall
{
    /// <summary>The method as a function of its arguments; null is an empty span.</summary>
    public static Func<object?[], object?> Of(object instance, MethodInfo method)
    {
        ParameterExpression arguments = Expression.Parameter(typeof(object?[]));
        MethodCallExpression call = Expression.Call(Expression.Constant(instance), method, Arguments(method, arguments));
        Expression body = method.ReturnType == typeof(void) ? Expression.Block(call, Expression.Constant(null)) : Expression.Convert(call, typeof(object));
        return Expression.Lambda<Func<object?[], object?>>(body, arguments).Compile();
    }

    /// <summary>The constructor likewise.</summary>
    public static Func<object?[], object> Of(ConstructorInfo constructor)
    {
        ParameterExpression arguments = Expression.Parameter(typeof(object?[]));
        return Expression.Lambda<Func<object?[], object>>(Expression.New(constructor, Arguments(constructor, arguments)), arguments).Compile();
    }

    private static IEnumerable<Expression> Arguments(MethodBase method, ParameterExpression arguments) =>
        method.GetParameters().Select((parameter, index) => Argument(Expression.ArrayIndex(arguments, Expression.Constant(index)), parameter.ParameterType));

    private static Expression Argument(Expression given, Type type)
    {
        if (!type.IsGenericType || (type.GetGenericTypeDefinition() != typeof(Span<>) && type.GetGenericTypeDefinition() != typeof(ReadOnlySpan<>)))
        {
            return Expression.Convert(given, type.IsByRef ? type.GetElementType()! : type);
        }

        MethodInfo slice = typeof(SpanCall).GetMethod(type.GetGenericTypeDefinition() == typeof(Span<>) ? nameof(SpanOf) : nameof(ReadOnlySpanOf), BindingFlags.NonPublic | BindingFlags.Static)!;
        return Expression.Call(slice.MakeGenericMethod(type.GetGenericArguments()), given);
    }

    private static Span<T> SpanOf<T>(object? given) => given is Memory<T> memory ? memory.Span : (T[]?)given;

    private static ReadOnlySpan<T> ReadOnlySpanOf<T>(object? given) => SpanOf<T>(given);
}
