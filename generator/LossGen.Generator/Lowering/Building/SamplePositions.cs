using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Building;

/// <summary>
/// Where the elements and locations of one sample stand: in stretches as long as the dimensions behind the batch, one stretch where the
/// batch comes first; the batch size is asked for only where it counts.
/// </summary>
internal sealed class SamplePositions(TensorShape shape)
{
    private readonly Variable samples = new("samples", IrType.Index);

    /// <summary>Whether any position was given that depends on the batch size.</summary>
    public bool NeedsSamples { get; private set; }

    public Parameter Samples => new(samples, ParameterRole.Samples);

    /// <summary>Whether a sample's elements all lie side by side.</summary>
    public bool AreContiguous => shape.ElementsBehindBatch == shape.ElementsPerSample;

    /// <summary>Where class 0 of a location stands: (location div stride)·C·stride + location mod stride; with no axis ahead of the classes, at the location.</summary>
    public Expr OriginOf(Expr location, Expr stride, bool isFirstAxis) => isFirstAxis
        ? location
        : (Quotient(location, stride) * (Expr.Position(shape.Classes) * stride)) + Expr.Of(Op.IndexRemainder, location, stride);

    /// <summary>The location among those of its own sample: the batch taken out.</summary>
    public Expr InSample(Expr location)
    {
        int behind = shape.LocationsBehindBatch;
        Expr inStretch = Expr.Of(Op.IndexRemainder, location, Expr.Position(behind));
        return behind == shape.LocationsPerSample
            ? inStretch
            : (Quotient(location, SampleCount() * Expr.Position(behind)) * Expr.Position(behind)) + inStretch;
    }

    /// <summary>The inverse: the n-th of a sample's locations among all.</summary>
    public Expr OfSample(Expr sample, Expr place)
    {
        int behind = shape.LocationsBehindBatch;
        return behind == shape.LocationsPerSample
            ? (sample * Expr.Position(behind)) + place
            : StretchStart(Quotient(place, Expr.Position(behind)), sample, behind) + Expr.Of(Op.IndexRemainder, place, Expr.Position(behind));
    }

    /// <summary>Where a stretch of so many elements or locations of a sample begins.</summary>
    public Expr StretchStart(Expr stretch, Expr sample, int length) => ((stretch * SampleCount()) + sample) * Expr.Position(length);

    private static Expr Quotient(Expr position, Expr divisor) => Expr.Of(Op.IndexQuotient, position, divisor);

    private Variable SampleCount()
    {
        NeedsSamples = true;
        return samples;
    }
}
