using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// What the type parameters of the generic methods that are being read stand for. A formula knows each: so a call of a static abstract method of an interface is one of the
/// method by which the type argument implements it.
/// </summary>
internal sealed class TypeArguments
{
    private readonly Dictionary<ITypeSymbol, ITypeSymbol> known = new(SymbolEqualityComparer.Default);

    /// <summary>The method that a call reaches.</summary>
    public IMethodSymbol Called(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (call.ConstrainedToType is { } constrained && Argument(constrained) is var type && type.FindImplementationForInterfaceMember(method) is IMethodSymbol implementation)
        {
            return implementation;
        }

        return method.IsGenericMethod && !method.TypeArguments.Any(static argument => argument.TypeKind == TypeKind.Error) ? method.OriginalDefinition.Construct([.. method.TypeArguments.Select(Argument)]) : method;
    }

    /// <summary>Reads the body of a method, in which its type parameters stand for its type arguments.</summary>
    public T Within<T>(IMethodSymbol method, Func<T> read)
    {
        for (int i = 0; i < method.TypeParameters.Length; i++)
        {
            known[method.OriginalDefinition.TypeParameters[i]] = method.TypeArguments[i];
        }

        // A method is not read within itself, so that no other arguments of it are forgotten.
        T result = read();
        foreach (ITypeParameterSymbol parameter in method.OriginalDefinition.TypeParameters)
        {
            known.Remove(parameter);
        }

        return result;
    }

    private ITypeSymbol Argument(ITypeSymbol type) => known.TryGetValue(type, out ITypeSymbol? argument) ? argument : type;
}
