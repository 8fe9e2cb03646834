using LossGen.Generator.Kernel;

namespace LossGen.Generator.Accuracy;

/// <summary>Where a formula loses digits.</summary>
/// <param name="Ratio">How many times the error that rounded inputs would cause.</param>
/// <param name="Operation">The operation that loses them.</param>
/// <param name="Point">The inputs at which it does.</param>
/// <param name="Kept">About how many decimal digits remain.</param>
/// <param name="Digits">About how many the type has.</param>
/// <param name="Gradient">The number of the input whose gradient is concerned; null for the value.</param>
internal sealed record LostDigit(double Ratio, Expr Operation, SamplePoint Point, int Kept, int Digits, int? Gradient = null);
