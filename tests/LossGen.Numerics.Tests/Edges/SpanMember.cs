using System.Reflection;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>A call of any member; spans that the member does not take are ignored.</summary>
internal delegate T SpanCall<T, TTruth>(Span<T> prediction, Span<TTruth> truth, Span<T> weights, Span<T> gradient, Span<T> second);

/// <summary>One of the tensors that members take, in this order.</summary>
internal enum SpanRole
{
    Prediction,
    Truth,
    Weights,
    Gradient,
    Second,
}

/// <summary>One generated member, called with spans, and the names that it gives them.</summary>
internal sealed record SpanMember<T, TTruth>(SpanCall<T, TTruth> Call, IReadOnlyDictionary<SpanRole, string> Names)
    where T : unmanaged
    where TTruth : unmanaged
{
    private delegate void BackwardOfBoth(ReadOnlySpan<T> prediction, ReadOnlySpan<TTruth> truth, Span<T> gradient, Span<T> second, double scale);

    private delegate T ForwardBackwardOfBoth(ReadOnlySpan<T> prediction, ReadOnlySpan<TTruth> truth, Span<T> gradient, Span<T> second, double scale);

    public static SpanMember<T, TTruth>[] Of(object loss)
    {
        MethodInfo forwardBackward = SpanMethods.Of(loss, "ForwardBackward");
        string[] names = [.. forwardBackward.GetParameters().SkipLast(1).Select(static p => p.Name!)];
        if (loss is IWeightedLoss<T, TTruth> weighted)
        {
            return
            [
                Make(names, (p, t, w, _, _) => weighted.Forward(p, t, w), SpanRole.Prediction, SpanRole.Truth, SpanRole.Weights),
                Make(names, (p, t, w, g, _) => { weighted.Backward(p, t, w, g); return default; }, SpanRole.Prediction, SpanRole.Truth, SpanRole.Weights, SpanRole.Gradient),
                Make(names, (p, t, w, g, _) => weighted.ForwardBackward(p, t, w, g), SpanRole.Prediction, SpanRole.Truth, SpanRole.Weights, SpanRole.Gradient),
            ];
        }

        ILoss<T, TTruth> plain = (ILoss<T, TTruth>)loss;
        SpanMember<T, TTruth>[] members =
        [
            Make(names, (p, t, _, _, _) => plain.Forward(p, t), SpanRole.Prediction, SpanRole.Truth),
            Make(names, (p, t, _, g, _) => { plain.Backward(p, t, g); return default; }, SpanRole.Prediction, SpanRole.Truth, SpanRole.Gradient),
            Make(names, (p, t, _, g, _) => plain.ForwardBackward(p, t, g), SpanRole.Prediction, SpanRole.Truth, SpanRole.Gradient),
        ];
        if (names.Length == 3)
        {
            return members;
        }

        BackwardOfBoth backwardOfBoth = loss.GetType().GetMethod("Backward", [.. forwardBackward.GetParameters().Select(static parameter => parameter.ParameterType)])!.CreateDelegate<BackwardOfBoth>(loss);
        ForwardBackwardOfBoth forwardBackwardOfBoth = forwardBackward.CreateDelegate<ForwardBackwardOfBoth>(loss);
        return
        [
            .. members,
            Make(names, (p, t, _, g, s) => { backwardOfBoth(p, t, g, s, 1); return default; }, SpanRole.Prediction, SpanRole.Truth, SpanRole.Gradient, SpanRole.Second),
            Make(names, (p, t, _, g, s) => forwardBackwardOfBoth(p, t, g, s, 1), SpanRole.Prediction, SpanRole.Truth, SpanRole.Gradient, SpanRole.Second),
        ];
    }

    // All members name their parameters alike and take them in the same order.
    private static SpanMember<T, TTruth> Make(string[] names, SpanCall<T, TTruth> call, params SpanRole[] roles) =>
        new(call, roles.Select((role, i) => (role, Name: names[i])).ToDictionary(static pair => pair.role, static pair => pair.Name));
}
