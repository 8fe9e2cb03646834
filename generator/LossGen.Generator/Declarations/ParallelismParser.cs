using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;

namespace LossGen.Generator.Declarations;

/// <summary>Reads whether large inputs are shared among threads.</summary>
internal static class ParallelismParser
{
    public static ParallelismKind? Parse(LossAttributeData attribute, ProblemList problems) =>
        (ParallelismKind?)EnumParser.Parse(attribute, LossProperty.Parallelism, (int)ParallelismKind.Auto, Descriptors.UnknownParallelism, problems);
}
