using System.Collections.Immutable;
using LossGen.Generator.Accuracy;
using LossGen.Generator.Declarations.Formulas;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using static LossGen.Generator.Model.InvariantText;

namespace LossGen.Generator.Analyzers;

/// <summary>LG0040: a formula that loses digits in a form that no rule covers. A separate analyzer, as it compiles the formula and evaluates it at many points.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LostDigitsAnalyzer : DeclaredLossAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.DigitsAreLost];

    private protected override void Analyze(DeclaredLoss loss, Action<Diagnostic> report)
    {
        if (loss.Parsed.Spec is { Definition: CustomFormula written } spec
            && FormulaParser.Formulas(loss.Type).FirstOrDefault() is { } formula
            && Worst(spec with { Weighting = null }, written) is { } lost)
        {
            report(Diagnostic.Create(
                Descriptors.DigitsAreLost,
                formula.Locations[0],
                lost.Gradient is { } input ? $"The gradient by '{written.Inputs[input].Name}' of the formula '{formula.Name}'" : $"The value of the formula '{formula.Name}'",
                Number(lost.Kept),
                Number(lost.Digits),
                At(written, lost.Point),
                ExprText.Mathematics(lost.Operation)));
        }
    }

    // In whichever case of the formula most are lost.
    private static LostDigit? Worst(LossSpec spec, CustomFormula written) => Enumerable.Range(0, written.Cases.Count)
        .Select(number => spec with { Definition = written with { CaseNumber = number } })
        .Select(static each => LostDigits.In(each, LossGenerator.Compiler.Mathematics(each)))
        .OfType<LostDigit>()
        .OrderByDescending(static lost => lost.Ratio)
        .FirstOrDefault();

    private static string At(CustomFormula formula, SamplePoint point)
    {
        return string.Join(", ", formula.Inputs.Select((input, number) => $"{input.Name} = {Held(input, number)}"));

        string Held(LossInput input, int number) => input.Kind switch
        {
            InputKind.Labels => Number(point.Label(number)),
            InputKind.Elements when formula.IsAlongClassAxis => $"({string.Join(", ", Enumerable.Range(0, point.Classes).Select(c => Text(point.At(number, c))))})",
            _ => Text(point.At(number, 0)),
        };

        static string Text(double value) => ExactDouble.ShortestSingle((float)value);
    }
}
