using LossGen.Numerics.Tests.FormulaTrees;
using LossGen.Numerics.Tests.SameBits.Harness;

namespace LossGen.Numerics.Tests.SameBits;

/// <summary>Custom losses: random formulas of elements, and random formulas of the logits of a location.</summary>
internal static class CustomCases
{
    private const string Formula = "    [Formula]\n";
    private const string Parameter = "[Parameter] ";

    public static BitCase OfElements(Random random, BitShape shape)
    {
        FormulaTrees.Formula formula = Drawn(random);
        string type = Symbols.TypeName(formula.Type, isWide: false);
        string reduction = Pick(random, Enum.GetNames<LossReduction>());
        string attribute = $"[ElementwiseLoss({Joined(shape.Arguments, $"Reduction = LossReduction.{reduction}", Parallelism(random))})]";
        NumberKind[] kinds = [.. Enumerable.Range(0, formula.Inputs).Select(_ => Pick(random, [NumberKind.Normal, NumberKind.Normal, NumberKind.Spread, NumberKind.Positive]))];
        return new BitCase(
            name => $"{attribute}\npublic sealed partial class {name}\n{{\n{Formula}{Members(formula)}}}\n",
            Scalars(formula),
            [.. kinds.Select(kind => new BitInput(type, kind, shape.ElementsPerSample))],
            Optional: formula.Inputs > 1,
            shape.Batches,
            random.Next(1_000_000));
    }

    public static BitCase OfClasses(Random random, BitShape shape)
    {
        FormulaTrees.Formula formula = Drawn(random);
        string type = Symbols.TypeName(formula.Type, isWide: false);
        BitInput labels = BitShape.LabelsOf(shape, Pick(random, [.. Enum.GetValues<LabelType>().Where(label => label != LabelType.Boolean && shape.Fits(label))]));
        string attribute = $"[ClassAxisLoss({Joined(shape.Arguments, Parallelism(random))})]";
        string[] inputs = [.. Enumerable.Range(0, formula.Inputs).Select(_ => OfLocation(random))];
        string scalars = string.Concat(formula.Scalars.Select((scalar, i) => FormattableString.Invariant($", {Parameter}{Symbols.TypeName(scalar.Type, isWide: false)} p{i}")));
        string given = string.Join(", ", inputs.Concat(formula.Scalars.Select(static (_, i) => FormattableString.Invariant($"p{i}"))));
        string members = Members(formula).Replace(" Value(", " OfNumbers(", StringComparison.Ordinal).Replace(Parameter, "", StringComparison.Ordinal);
        return new BitCase(
            name => $"{attribute}\npublic sealed partial class {name}\n{{\n{Formula}    private static {type} Value(ClassLogits<{type}> logits, {labels.Type} label{scalars}) => OfNumbers({given});\n\n{members}}}\n",
            Scalars(formula),
            [new BitInput(type, Pick(random, [NumberKind.Normal, NumberKind.Spread]), shape.ElementsPerSample), labels],
            Optional: false,
            shape.Batches,
            random.Next(1_000_000));
    }

    // Large ones of every construct, and small ones whose derivative contains parts of the value unchanged.
    private static FormulaTrees.Formula Drawn(Random random) => random.Next(2) == 0
        ? FormulaGenerator.Draw(1, random.Next())[0]
        : ArithmeticFormulas.Draw(random);

    private static string OfLocation(Random random) => Pick(random,
        ["logits.Probability(label)", "logits.LogProbability(label)", "-logits.LogProbability(label)", "logits.LogSumExp()", "logits[label]", "logits.Sum() / logits.Count"]);

    private static string Members(FormulaTrees.Formula formula)
    {
        string text = FormulaText.Of(formula, "Loss");
        int start = text.IndexOf(Formula, StringComparison.Ordinal) + Formula.Length;
        return text[start..text.LastIndexOf('}')];
    }

    private static string Scalars(FormulaTrees.Formula formula) =>
        string.Join(", ", formula.Scalars.Select(static scalar => FormulaText.Number(scalar.Value, scalar.Type, isWide: false)));

    private static string Parallelism(Random random) => random.Next(2) == 0 ? "" : $"Parallelism = LossParallelism.{nameof(LossParallelism.Auto)}";

    private static string Joined(params string[] arguments) => string.Join(", ", arguments.Where(static argument => argument.Length > 0));

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
