using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Analyzers;

/// <summary>One argument of a call, as it is written.</summary>
/// <param name="Role">What the loss takes it for.</param>
/// <param name="Operation">The argument with its parameter.</param>
internal sealed record LossArgument(LossRole Role, IArgumentOperation Operation)
{
    /// <summary>The parameter's name, which the declaration may choose.</summary>
    public string Name => Operation.Parameter!.Name;

    /// <summary>The expression whose memory is given.</summary>
    public IOperation Source => SpanSource.Of(Operation.Value);

    /// <summary>The variable that is given; null where the argument is anything else.</summary>
    public ISymbol? Variable => SpanSource.Variable(Source);

    public Location Location => Operation.Value.Syntax.GetLocation();
}
