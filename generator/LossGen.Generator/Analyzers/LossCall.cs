using System.Collections.Immutable;
using LossGen.Generator.Declarations;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Analyzers;

/// <summary>A call of a loss, with the role of each argument.</summary>
/// <param name="Member">The called member.</param>
/// <param name="Spec">What the loss declares; null if the call is through an interface and may reach any loss.</param>
/// <param name="Operation">The call.</param>
/// <param name="Arguments">The explicit arguments, in source order.</param>
internal sealed record LossCall(LossMember Member, LossSpec? Spec, IOperation Operation, ImmutableArray<LossArgument> Arguments)
{
    // Those of a call through an interface, whose prediction alone has a gradient.
    private static readonly LossInput[] Interface = [LossInput.Elements("prediction"), LossInput.Labels("groundTruth", NumberType.Int32)];

    public LossArgument? this[LossRole role] => Arguments.FirstOrDefault(argument => argument.Role == role);

    /// <summary>The loss, named as its attribute is written.</summary>
    public static string Name(LossSpec spec) => LossAttributeName.All.First(name => name.Loss == spec.Loss).ShortName;

    /// <summary>Reads a call; null if it is not a call of a loss.</summary>
    public static LossCall? Read(IOperation operation, LossCatalog losses, CancellationToken cancellation) => operation switch
    {
        // Names first: most calls of a program are ruled out without a look at the attributes of their symbols.
        IInvocationOperation { TargetMethod.Name: "Forward" } call => Read(LossMember.Forward, call, losses, cancellation),
        IInvocationOperation { TargetMethod.Name: "Backward" } call => Read(LossMember.Backward, call, losses, cancellation),
        IInvocationOperation { TargetMethod.Name: "Sums" } call => Read(LossMember.Sums, call, losses, cancellation),
        IInvocationOperation { TargetMethod.Name: "ForwardBackward" } call => Read(LossMember.ForwardBackward, call, losses, cancellation),
        IObjectCreationOperation { Arguments: [var weights, ..], Constructor: { Parameters: [var parameter, ..] } constructor } creation
            when SystemTypes.IsReadOnlySpan(parameter.Type)
                && weights.Parameter?.Ordinal == 0
                && losses.Find(constructor.ContainingType, cancellation) is { Weighting.Source: WeightSource.Constructor } spec
                && CarrierRules.IsGenerated(constructor) =>
            new LossCall(LossMember.Constructor, spec, creation, [new LossArgument(LossRole.Weights, weights)]),
        _ => null,
    };

    private static LossCall? Read(LossMember member, IInvocationOperation call, LossCatalog losses, CancellationToken cancellation)
    {
        INamedTypeSymbol type = call.TargetMethod.ContainingType;
        LossSpec? spec = losses.Find(type, cancellation);
        if (spec is null && !IsInterface(type))
        {
            return null;
        }

        bool hasTotal = call.TargetMethod.Parameters.Any(static parameter => parameter.RefKind == RefKind.In);
        (LossRole Role, int? Number)[] roles = Roles(spec?.Inputs ?? Interface.ToEquatableArray(), type.Name == "IWeightedLoss" || spec?.Weighting?.Source == WeightSource.Call, hasTotal);
        int inputs = roles.TakeWhile(static role => !IsGradient(role.Role)).Count();
        bool hasOutputs = spec is not null && call.TargetMethod.Parameters.Skip(inputs).Any(parameter => (SystemTypes.IsSpan(parameter.Type) || TensorTypes.IsTensorSpan(parameter.Type)) && !spec.Inputs.Any(input => parameter.Name == InputNames.GradientOf(input.Name)));
        return new LossCall(
            hasOutputs ? LossMember.WithOutputs : member,
            spec,
            call,
            [
                .. from argument in call.Arguments
                   where argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: not null } && argument.Parameter.Ordinal < roles.Length
                   let role = roles[argument.Parameter!.Ordinal]
                   where !hasOutputs || !IsGradient(role.Role) || argument.Parameter!.Name == InputNames.GradientOf(spec!.Inputs[role.Number!.Value].Name)
                   select new LossArgument(role.Role, argument, role.Number),
            ]);
    }

    private static bool IsGradient(LossRole role) => role is LossRole.PredictionGradient or LossRole.GroundTruthGradient or LossRole.FurtherGradient;

    // By the place among the parameters: inputs, weights, the sums of a whole, gradients.
    private static (LossRole Role, int? Number)[] Roles(IReadOnlyList<LossInput> inputs, bool isWeighted, bool hasTotal)
    {
        bool isPair = inputs.Count == 2;
        IEnumerable<int> numbers = Enumerable.Range(0, inputs.Count);
        return
        [
            .. numbers.Select(number => (number == 0 ? LossRole.Prediction : isPair ? LossRole.GroundTruth : LossRole.FurtherInput, (int?)number)),
            .. isWeighted ? [(LossRole.Weights, null)] : Array.Empty<(LossRole, int?)>(),
            .. hasTotal ? [(LossRole.Total, null)] : Array.Empty<(LossRole, int?)>(),
            .. numbers.Where(number => inputs[number].HasGradient).Select(number =>
                (number == 0 ? LossRole.PredictionGradient : isPair ? LossRole.GroundTruthGradient : LossRole.FurtherGradient, (int?)number)),
        ];
    }

    private static bool IsInterface(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Interface, Name: "ILoss" or "IWeightedLoss", Arity: 2, ContainingNamespace: { Name: "LossGen", ContainingNamespace.IsGlobalNamespace: true } };
}
