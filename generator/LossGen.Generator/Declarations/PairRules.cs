using LossGen.Generator.Diagnostics;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using static LossGen.Generator.Model.InvariantText;

namespace LossGen.Generator.Declarations;

/// <summary>Says what a loss over pairs of classes costs, and refuses one for which a kernel has no memory.</summary>
internal static class PairRules
{
    // Fewer pairs take no longer than what else a location needs.
    private const int FewestClasses = 33;

    // What each class has of its pairs is kept on the stack, a row of double for each sum over pairs and for each of its slopes: sixteen such rows take 256 KiB.
    private const int MostClasses = 2048;
    private const int MostBytes = 256 * 1024;

    public static void Check(LossDefinition definition, int gradients, TensorShape? shape, LossAttributeData attribute, ProblemList problems)
    {
        if (shape is not { ClassAxis: { } axis, Classes: >= FewestClasses and var classes } || !HasPairs(definition))
        {
            return;
        }

        int most = Math.Min(MostClasses, MostBytes / (sizeof(double) * SumsOf(definition) * (1 + gradients)));
        bool isTooLarge = classes > most;
        string cost = isTooLarge
            ? $"but a kernel has memory for the pairs of {Number(most)}: write the loss as sums that a loop over the classes needs once"
            : $"so it takes up to {Number(classes)} times as long as one that visits each class once";
        problems.Add(
            Descriptors.PairsOfClasses,
            isTooLarge ? DiagnosticSeverity.Error : DiagnosticSeverity.Info,
            ArgumentLocations.OfDimension(attribute.Syntax, axis, shape.Dimensions.Count),
            Number((long)classes * classes),
            Number(classes),
            cost);
    }

    // How many sums over pairs there are.
    private static int SumsOf(LossDefinition definition) =>
        ((CustomFormula)definition).Cases.Max(static each => each.Summands.SelectMany(static summand => summand.Nodes(NodeSet.PairReductions)).Distinct().Count());

    /// <summary>Whether a loss visits pairs of classes.</summary>
    public static bool HasPairs(LossDefinition definition) =>
        definition is CustomFormula formula && formula.Cases.Any(static each => each.Summands.Any(static summand => summand.Contents.Overlaps(NodeSet.PairReductions)));
}
