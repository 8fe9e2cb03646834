using LossGen.Numerics.Tests.FormulaTrees;
using ValueType = LossGen.Numerics.Tests.FormulaTrees.ValueType;

namespace LossGen.Numerics.Tests.SameBits;

/// <summary>
/// Draws small formulas of sums, products and a few functions, of one type and without a condition: in these, the final products and sums of the value recur in
/// its derivatives.
/// </summary>
internal static class ArithmeticFormulas
{
    private const int MostInputs = 3;
    private const int MostDepth = 4;

    private static readonly string[] Functions = ["Exp", "Exp", "Log", "Sqrt", "Tanh", "Sin", "Abs"];

    public static Formula Draw(Random random)
    {
        ValueType type = random.Next(2) == 0 ? ValueType.Single : ValueType.Double;
        ScalarValue[] scalars = random.Next(2) == 0 ? [] : [new ScalarValue(0.7, type)];
        Expression[] leaves = [.. Enumerable.Range(0, random.Next(1, MostInputs + 1)).Select(i => new Input(i, type)), .. scalars.Select(static (scalar, i) => new Scalar(i, scalar.Type))];
        Statement body = new Return(Number(random.Next(1, MostDepth + 1)));
        if (random.Next(3) == 0)
        {
            Local local = new("v0", type);
            Expression value = Number(2);
            leaves = [.. leaves, local];
            body = new Declare(local, value, new Return(Number(2)));
        }

        // Inputs are given whether they are used or not.
        return new Formula(type, leaves.OfType<Input>().Count(), scalars, body);

        Expression Number(int depth) => depth == 0 ? leaves[random.Next(leaves.Length)] : random.Next(10) switch
        {
            < 5 => Binary("*", depth),
            5 or 6 => Binary(random.Next(2) == 0 ? "+" : "-", depth),
            7 => Binary("/", depth),
            8 => new Operation(Functions[random.Next(Functions.Length)], type, [Number(depth - 1)]),
            _ => leaves[random.Next(leaves.Length)],
        };

        Operation Binary(string symbol, int depth) => new(symbol, type, [Number(depth - 1), Number(random.Next(depth))]);
    }
}
