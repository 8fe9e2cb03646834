using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Building;

/// <summary>
/// The positions of the elements and locations of one sample: in stretches as long as the dimensions after the batch, a single stretch if the batch
/// comes first; the batch size is used only where it matters.
/// </summary>
internal sealed class SamplePositions(TensorShape shape)
{
    private readonly Variable samples = new("samples", IrType.Index);

    /// <summary>Whether any of the positions given depends on the batch size.</summary>
    public bool NeedsSamples { get; private set; }

    public Parameter Samples => new(samples, ParameterRole.Samples);

    /// <summary>Whether a sample's elements are all contiguous.</summary>
    public bool AreContiguous => shape.ElementsAfterBatch == shape.ElementsPerSample;

    /// <summary>The position of class 0 of a location: (location div stride)·C·stride + location mod stride; if no axis precedes the classes, the location itself.</summary>
    public Expr OriginOf(Expr location, Expr stride, bool isFirstAxis) => isFirstAxis
        ? location
        : (Quotient(location, stride) * (Expr.Position(shape.Classes) * stride)) + Expr.Of(Op.IndexRemainder, location, stride);

    /// <summary>The location's number within its own sample: without the batch.</summary>
    public Expr InSample(Expr location)
    {
        int behind = shape.LocationsBehindBatch;
        Expr inStretch = Expr.Of(Op.IndexRemainder, location, Expr.Position(behind));
        return behind == shape.LocationsPerSample
            ? inStretch
            : (Quotient(location, SampleCount() * Expr.Position(behind)) * Expr.Position(behind)) + inStretch;
    }

    /// <summary>The inverse: the n-th of a sample's locations, numbered among all.</summary>
    public Expr OfSample(Expr sample, Expr place)
    {
        int behind = shape.LocationsBehindBatch;
        return behind == shape.LocationsPerSample
            ? (sample * Expr.Position(behind)) + place
            : StretchStart(Quotient(place, Expr.Position(behind)), sample, behind) + Expr.Of(Op.IndexRemainder, place, Expr.Position(behind));
    }

    /// <summary>The start of a stretch of <paramref name="length"/> elements or locations of a sample.</summary>
    public Expr StretchStart(Expr stretch, Expr sample, int length) => ((stretch * SampleCount()) + sample) * Expr.Position(length);

    private static Expr Quotient(Expr position, Expr divisor) => Expr.Of(Op.IndexQuotient, position, divisor);

    private Variable SampleCount()
    {
        NeedsSamples = true;
        return samples;
    }
}
