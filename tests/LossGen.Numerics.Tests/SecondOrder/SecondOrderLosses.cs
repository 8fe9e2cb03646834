using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Custom;
using LossGen.Numerics.Tests.Library;
using LossGen.Numerics.Tests.Support;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.SecondOrder;

/// <summary>Losses with second derivatives: those along an axis of every run, and formulas, the library's losses and the sample's, of which each run tries some.</summary>
internal static class SecondOrderLosses
{
    private const int Days = 15;
    private const int DaysOfFormulas = 3;

    // A total, or pairs of classes.
    private static readonly string[] WithoutSecondDerivatives = ["BatchDiceLoss", "ClassWeightedCrossEntropyLoss", "RootMeanSquareLoss"];

    private static readonly CompiledInEitherType CompiledFormulas = new(static isDouble => Formulas!.Select(loss => loss.Source(isDouble)));

    private static readonly Lazy<CompiledLosses> CompiledOthers = new(static () => CompiledLosses.CompileSources(Tried!.Select(static loss => loss.Source(true))));

    // Guards are tried with the one that is not smooth.
    private static readonly SecondOrderLoss[] Formulas = [.. OwnFormulas.All.Where(static (loss, index) => !loss.IsSmooth || RandomRun.IsTried(index, DaysOfFormulas))];

    /// <summary>Those along an axis, and formulas of this run.</summary>
    public static IReadOnlyList<SecondOrderLoss> Own { get; } = [.. AxisCurvatureLoss.All.Select(OfCurvature), .. Formulas];

    /// <summary>The library's losses and the sample's of this run.</summary>
    public static IReadOnlyList<SecondOrderLoss> Tried { get; } = [.. Library().Concat(Zoo()).Where(static (_, index) => RandomRun.IsTried(index, Days))];

    /// <summary>A loss by its name.</summary>
    public static SecondOrderLoss Named(string name) => Own.Concat(Tried).First(loss => loss.Name == name);

    /// <summary>The class of a loss, in float only of every run's.</summary>
    public static Type TypeOf(SecondOrderLoss loss, bool isDouble) => AxisCurvatureLoss.All.Any(each => each.Name == loss.Name) ? AxisCurvatureLoss.Compiled.Type(loss.Name, isDouble)
        : Own.Contains(loss) ? CompiledFormulas.Type(loss.Name, isDouble)
        : CompiledOthers.Value.Type(loss.Name);

    private static SecondOrderLoss OfCurvature(AxisCurvatureLoss loss) => new(
        loss.Name,
        loss.Source,
        [
            new InputRange(InputPlaces.Elements, loss.Least ?? -2, loss.Least is null ? 2 : 1),
            loss.HasTarget ? new InputRange(InputPlaces.Elements, 0.05, 1.05) : InputRange.Label,
        ],
        loss.Classes,
        loss.Inner);

    private static IEnumerable<SecondOrderLoss> Library() => LibraryFormula.All.Where(static formula => formula.Loss.Kind != LossKind.MultiLabelMargin).Select(static (formula, index) =>
    {
        int number = 0;
        string name = FormattableString.Invariant($"Library{index}{formula.Loss.Kind}");
        DeclaredLoss declared = formula.Loss with { Arguments = formula.Loss.Arguments + (formula.Loss.Arguments.Length > 0 ? ", " : "") + "Curvature = true" };
        return new SecondOrderLoss(
            name,
            isDouble => declared.Source(name, isDouble),
            [.. declared.Inputs.Select(input => input.Kind == InputKind.Labels ? InputRange.Label : Of(input.Kind, formula.Ranges[number++]))],
            formula.Classes);
    });

    private static IEnumerable<SecondOrderLoss> Zoo()
    {
        foreach (string name in ZooSource.Names)
        {
            yield return Custom(name, "Elementwise", static (name, isDouble) => ZooSource.Text(name, "Elementwise", isDouble, "[ElementwiseLoss(Curvature = true)]"), classes: 1);
        }

        foreach (string name in ZooSource.NamesAlongAxis.Except(WithoutSecondDerivatives))
        {
            yield return Custom(name, "AlongAxis", static (name, isDouble) => ZooSource.TextAlongAxis(name, "AlongAxis", isDouble, "[AxisLoss(Shape.Batch, 10, Curvature = true)]"), classes: 10);
        }

        foreach (string name in ZooSource.NamesOverClasses)
        {
            yield return Custom(name, "OverClasses", static (name, isDouble) => ZooSource.TextOverClasses(name, "OverClasses", isDouble, "[ClassAxisLoss(Shape.Batch, 10, Curvature = true)]"), classes: 10);
        }
    }

    private static SecondOrderLoss Custom(string name, string folder, Func<string, bool, string> text, int classes) => new(folder + "." + name, isDouble => text(name, isDouble), Inputs: null, classes);

    private static InputRange Of(InputKind kind, (double Least, double Greatest) range) =>
        new(kind == InputKind.Elements ? InputPlaces.Elements : InputPlaces.Locations, range.Least, range.Greatest);
}
