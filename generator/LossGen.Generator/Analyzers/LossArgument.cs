using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Analyzers;

/// <summary>One argument of a call, as written.</summary>
/// <param name="Role">Its role in the loss.</param>
/// <param name="Operation">The argument with its parameter.</param>
/// <param name="Number">Which input it is, or is the gradient of, counted from 0; null for weights.</param>
internal sealed record LossArgument(LossRole Role, IArgumentOperation Operation, int? Number = null)
{
    /// <summary>The parameter's name, which the declaration may set.</summary>
    public string Name => Operation.Parameter!.Name;

    /// <summary>Whether it is an input rather than weights or a gradient.</summary>
    public bool IsInput => Role is LossRole.Prediction or LossRole.GroundTruth or LossRole.FurtherInput;

    /// <summary>The expression whose memory is passed.</summary>
    public IOperation Source => SpanSource.Of(Operation.Value);

    /// <summary>The variable that is passed; null if the argument is anything else.</summary>
    public ISymbol? Variable => SpanSource.Variable(Source);

    public Location Location => Operation.Value.Syntax.GetLocation();
}
