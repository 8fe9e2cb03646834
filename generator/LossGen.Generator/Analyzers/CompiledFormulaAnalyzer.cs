using System.Collections.Immutable;
using LossGen.Generator.Declarations.Formulas;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Lowering.Scheduling.Decisions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>LG0036: what a formula is compiled to. A separate analyzer, as it compiles the formula, and does not run at all unless enabled.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CompiledFormulaAnalyzer : DeclaredLossAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.FormulaCompiled];

    private protected override void Analyze(DeclaredLoss loss, Action<Diagnostic> report)
    {
        if (loss.Parsed.Spec is not { Definition: CustomFormula } spec || FormulaParser.Formulas(loss.Type).FirstOrDefault() is not { } formula)
        {
            return;
        }

        Vectorisation vectors = LossGenerator.Compiler.Vectorise(spec);
        string lanes = vectors.Lanes == 1
            ? "one location at a time"
            : $"{vectors.Lanes} {(vectors.Element == ScalarType.Double ? "double" : "float")} at a time, {vectors.WidestLanes} where the machine has vectors of 512 bits";
        string functions = vectors.Called.Count == 0 ? "all of it is inlined" : "called rather than inlined: " + string.Join(", ", vectors.Called);
        report(Diagnostic.Create(Descriptors.FormulaCompiled, formula.Locations[0], formula.Name, lanes + Loops(vectors), functions));
    }

    // What a location takes along its axis.
    private static string Loops(Vectorisation vectors)
    {
        if (vectors.Loops == 0)
        {
            return "";
        }

        string reductions = vectors.Reductions.Count switch
        {
            0 => "no reduction",
            1 => $"1 reduction ({vectors.Reductions[0]})",
            var count => $"{count} reductions ({string.Join(", ", vectors.Reductions)})",
        };
        return $", with {reductions} and the gradients in {vectors.Loops} {(vectors.Loops == 1 ? "loop" : "loops")} over the axis, which read each element from memory {(vectors.Reads == 1 ? "once" : $"{vectors.Reads} times")}";
    }
}
