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
            && LostDigits.In(spec, LossGenerator.Compiler.Mathematics(spec with { Weighting = null })) is { } lost)
        {
            report(Diagnostic.Create(
                Descriptors.DigitsAreLost,
                formula.Locations[0],
                lost.Gradient is { } input ? $"The gradient by '{written.Inputs[input]}' of the formula '{formula.Name}'" : $"The value of the formula '{formula.Name}'",
                Number(lost.Kept),
                Number(lost.Digits),
                At(written, lost.Point),
                ExprText.Mathematics(lost.Operation)));
        }
    }

    private static string At(CustomFormula formula, SamplePoint point)
    {
        string[] values = [.. point.Values.Select(static value => ExactDouble.ShortestSingle((float)value))];
        IEnumerable<string> rows = Enumerable.Range(0, values.Length / point.Classes).Select(row => values.Skip(row * point.Classes).Take(point.Classes))
            .Select(row => formula.IsAlongClassAxis ? $"({string.Join(", ", row)})" : row.Single());
        return string.Join(", ", formula.Inputs.Zip(point.Label is { } label ? rows.Append(Number(label)) : rows, static (name, value) => $"{name} = {value}"));
    }
}
