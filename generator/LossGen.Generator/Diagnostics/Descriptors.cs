using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

/// <summary>Every diagnostic of LossGen. An id, once shipped, is never used for anything else.</summary>
internal static partial class Descriptors
{
    private const string Category = "LossGen";

    public static ImmutableArray<DiagnosticDescriptor> All => [.. OfDeclarations.Concat(OfBuild).OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal), .. OfUsage];

    /// <summary>Diagnostics of declarations: errors where one has no meaning, warnings where it is probably a mistake, and what a formula was compiled to.</summary>
    /// <remarks>Created on each access: the fields are in other files, and the order in which files initialise their fields is not defined.</remarks>
    public static ImmutableArray<DiagnosticDescriptor> OfDeclarations =>
    [
        ClassNotPartial,
        ContainingTypeNotPartial,
        BatchCount,
        DimensionBelowOne,
        DimNotAClassAxis,
        WeightOutOfRange,
        Bottoms,
        SeveralLosses,
        ClassCannotCarryLoss,
        DataPointTooLarge,
        NoDefaultClassAxis,
        UnknownElementType,
        NamesDifferInCase,
        UnknownLabelType,
        UnknownWeightingMode,
        UnknownWeightNormalization,
        WeightsCount,
        ConstantWeightOutOfRange,
        WeightsSumToZero,
        WeightsNotConstant,
        RankTooHigh,
        SingleClass,
        WeightWithoutEffect,
        NormalizeWithoutWeights,
        LabelTypeTooSmall,
        LanguageVersionTooLow,
        RuntimeTooOld,
        PlatformWithoutVectors,
        UnknownParallelism,
        FormulaCount,
        FormulaSignature,
        NotInFormula,
        FormulaTooLarge,
        ParameterRange,
        UnknownReduction,
        FormulaCompiled,
        IntegerDivision,
        UnusedInFormula,
        FormulaConstant,
        DigitsAreLost,
        RuntimeUnderAlias,
        TotalSignature,
        WeightsNeedLabel,
        OptionOutOfRange,
        UnknownDenominator,
        UnknownWhenEmpty,
        LabelCannotBeIgnored,
        DenominatorDoesNotFit,
        OptionHasNoEffect,
        OptionsExcludeEachOther,
        PairsOfClasses,
        EachWithTotal,
        OutputsDoNotFit,
        CurvatureOfNoElement,
    ];

    /// <summary>What the package's <c>LossGen.targets</c> reports for a project in which no generator or analyzer runs.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfBuild => [LanguageWithoutGenerator];

    private static string HelpLink(string id) => "https://github.com/lossgen/lossgen/blob/main/docs/diagnostics/" + id + ".md";
}
