using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Building;

/// <summary>Σ of one sample's weights, stretch by stretch.</summary>
internal sealed class SampleWeightSum(TensorShape shape, SamplePositions positions, Tensor weights, Names names)
{
    private readonly Variable element = Position("element", names);

    public Variable Result { get; } = new(names.Fresh("weightSum"), IrType.Double);

    /// <summary>Computes the sum.</summary>
    /// <param name="sample">The sample's index.</param>
    /// <param name="sampleStart">The start of the sample, if it lies in one stretch.</param>
    public IEnumerable<Stmt> Statements(Variable sample, Variable? sampleStart)
    {
        int length = shape.ElementsAfterBatch;
        if (sampleStart is not null)
        {
            return [Elements(sampleStart, Result)];
        }

        Variable stretch = Position("stretch", names);
        Variable start = Position("stretchStart", names);
        Variable stretchSum = new(names.Fresh("stretchSum"), IrType.Double);
        Declare declared = new(start, positions.StretchStart(stretch, sample, length));
        IEnumerable<Stmt> body = length == 1
            ? [declared, new Accumulate(Result.Name, Weight(start))]
            : [declared, Elements(start, stretchSum), new Accumulate(Result.Name, stretchSum)];
        return [Summing(Result, stretch, shape.ElementsPerSample / length, LoopRole.Pieces, body)];
    }

    private Loop Elements(Expr start, Variable sum) =>
        Summing(sum, element, shape.ElementsAfterBatch, LoopRole.Elements, [new Accumulate(sum.Name, Weight(start + element))]);

    private Load Weight(Expr position) => new(weights, position, weights.ElementType);

    private static Variable Position(string name, Names names) => new(names.Fresh(name), IrType.Index);

    private static Loop Summing(Variable sum, Variable index, int count, LoopRole role, IEnumerable<Stmt> body) =>
        new(index, Expr.Position(0), Expr.Position(count), role, EquatableArray.Of(new Accumulator(sum, Reduction.WidenedSum)), body.ToEquatableArray());
}
