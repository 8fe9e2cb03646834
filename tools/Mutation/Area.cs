using LossGen.Mutation.Running;

namespace LossGen.Mutation;

/// <summary>A part of the sources, with the tests that are most likely to fail, and the fastest, first.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Project">The project that is compiled with a mutant.</param>
/// <param name="Folder">The folder whose files are changed.</param>
/// <param name="Tests">The tests. What is kept of earlier runs counts how many of them a mutant passed, so further ones go last.</param>
internal sealed record Area(string Name, string Project, string Folder, IReadOnlyList<TestStage> Tests)
{
    private const string Generator = "generator/LossGen.Generator";
    private const string Runtime = "runtime/LossGen";
    private const string GeneratorTests = "LossGen.Generator.Tests";
    private const string NumericsTests = "LossGen.Numerics.Tests";

    // One loss after each pass, and its printed kernel: they take a second and notice most of what changes code.
    private static readonly TestStage Stages = new(GeneratorTests, "*.Compiler.StageTests", "*.Compiler.SimplifyTests");
    private static readonly TestStage Passes = new(NumericsTests, "LossGen.Numerics.Tests.PassTests");
    private static readonly TestStage Rules = new(NumericsTests, "*.RuleTests");
    private static readonly TestStage Compiler = new(GeneratorTests, "LossGen.Generator.Tests.Compiler.*");
    private static readonly TestStage Meaning = new(NumericsTests, "*.LogCoshTests", "*.KeptDigitsTests", "*.ShiftedByMaximumTests", "*.FormulaTreeTests");
    private static readonly TestStage Files = new(GeneratorTests, "LossGen.Generator.Tests.GeneratedFileTests", "*.WeightedFileTests", "*.OutputFileTests", "*.TensorFileTests");

    // What is rejected, which is seldom compiled.
    private static readonly TestStage Attributes = new(GeneratorTests, "*.ShapeDiagnosticsTests", "*.OptionDiagnosticsTests", "*.ClassAxisTests");
    private static readonly TestStage Formulas = new(GeneratorTests, "*.FormulaRefusalTests", "*.FormulaDeclarationTests", "*.AxisFormulaTests", "*.SpanFormulaTests");
    private static readonly TestStage Carriers = new(GeneratorTests, "*.PropertyDiagnosticsTests", "*.CarrierDiagnosticsTests", "*.ConstantWeightsTests");

    // All that is accepted or refused, in the formulas of users too.
    private static readonly TestStage Diagnosed = new(GeneratorTests, "LossGen.Generator.Tests.Diagnostics.*", "LossGen.Generator.Tests.Formulas.*");

    // Losses of users.
    private static readonly TestStage Custom = new(NumericsTests, "LossGen.Numerics.Tests.Custom.*", "LossGen.Numerics.Tests.Formulas.*");

    // Those that compile no loss.
    private static readonly TestStage Functions = new(NumericsTests, "*.SpecialValueTests", "*.LaneTests", "*.ReferenceTableTests", "*.AlongTests", "*.ClassLogitsTests", "*.TileTests");
    private static readonly TestStage Accuracy = new(NumericsTests, "LossGen.Numerics.Tests.VectorMathTests.*");
    private static readonly TestStage Layouts = new(NumericsTests, "*.IgnoredLabelTests", "*.LongSumTests", "*.ParallelLossTests", "*.SideOutputTests", "*.ClassAxisTests");
    private static readonly TestStage Calls = new(NumericsTests, "*.SpanLengthTests", "*.BadArgumentTests", "*.IntegerLoadTests");

    public static IReadOnlyList<Area> All { get; } =
    [
        OfGenerator("Lowering", Stages, Rules, Compiler, Meaning, Passes, Custom, Files),
        OfGenerator("Emit", Stages, Files),
        OfGenerator("Declarations", Attributes, Formulas, Carriers, Diagnosed, Custom),
        new("Runtime", Runtime + "/LossGen.csproj", Runtime, [Functions, Calls, Accuracy, Layouts]),
    ];

    /// <summary>All tests of the compiler and of the kernels.</summary>
    public static IReadOnlyList<TestStage> WholeProjects { get; } = [new(GeneratorTests), new(NumericsTests)];

    private static Area OfGenerator(string folder, params IReadOnlyList<TestStage> stages) => new(folder, Generator + "/LossGen.Generator.csproj", $"{Generator}/{folder}", stages);
}
