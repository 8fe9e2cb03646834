using System.Reflection;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Edges.BadArguments;

/// <summary>A span that a member takes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Element">The type of its elements.</param>
/// <param name="PerSample">How many elements a sample has; 0 for one element for the whole call.</param>
/// <param name="IsWritten">Whether the member writes to it.</param>
/// <param name="Own">The input whose memory it may have exactly; null for none.</param>
/// <param name="IsLabels">Whether it has labels.</param>
internal sealed record CheckedSpan(string Name, Type Element, int PerSample, bool IsWritten, string? Own, bool IsLabels)
{
    public int LengthFor(int samples) => PerSample == 0 ? 1 : samples * PerSample;
}

/// <summary>A member of a compiled loss, and what it requires of its arguments.</summary>
internal sealed class CheckedMember
{
    private readonly Func<object?[], object?> call;
    private readonly ParameterInfo[] parameters;

    private CheckedMember(object loss, MethodInfo method, IReadOnlyList<CheckedSpan> spans)
    {
        call = SpanCall.Of(loss, method);
        parameters = method.GetParameters();
        Name = $"{loss.GetType().Name}.{method}";
        Spans = spans;
        Classes = ((ILoss)loss).ClassAxis is { } axis ? ((ILoss)loss).Shape[axis] : 0;
    }

    public string Name { get; }

    public IReadOnlyList<CheckedSpan> Spans { get; }

    public int Classes { get; }

    /// <summary>The parameter with the sums of a whole; null if there is none.</summary>
    public string? Total => parameters.FirstOrDefault(static parameter => parameter.ParameterType == typeof(LossSum).MakeByRefType())?.Name;

    /// <summary>All members of a loss that take spans, but for those whose arguments are no plain numbers of elements.</summary>
    public static IEnumerable<CheckedMember> Of(object instance)
    {
        ILoss loss = (ILoss)instance;
        foreach (MethodInfo method in new[] { "Forward", "Backward", "ForwardBackward", "Sums", "ForwardEach", "BackwardEach", "ForwardBackwardCurvature", "DoubleBackward" }.SelectMany(name => SpanMethods.Named(instance.GetType(), name)))
        {
            ParameterInfo[] spans = [.. method.GetParameters().Where(static parameter => parameter.ParameterType.IsGenericType)];
            CheckedSpan?[] known = [.. spans.Select(parameter => Known(loss, parameter))];
            if (known.Length > 0 && known.All(static span => span is not null))
            {
                yield return new CheckedMember(instance, method, [.. known.OfType<CheckedSpan>()]);
            }
        }
    }

    /// <summary>Calls it with the spans, in order, and the count of the total's.</summary>
    public void Call(IReadOnlyList<object> spans, long total)
    {
        int next = 0;
        call([.. parameters.Select(parameter => parameter.ParameterType.IsGenericType ? spans[next++] : parameter.ParameterType == typeof(double) ? 1.0 : (object)new LossSum(1, total))]);
    }

    private static CheckedSpan? Known(ILoss loss, ParameterInfo parameter)
    {
        int elements = loss.ElementsPerSample;
        int locations = loss.ClassAxis is { } axis ? elements / loss.Shape[axis] : elements;
        Type element = parameter.ParameterType.GenericTypeArguments[0];
        string name = parameter.Name!;
        LossInputInfo? input = loss.Inputs.SingleOrDefault(input => name == input.Name || name == input.Name + "Gradient" || name == input.Name + "Direction");
        if (input is not null)
        {
            int perSample = input.Kind switch { LossInputKind.Elements => elements, LossInputKind.Call => 0, _ => locations };
            return new CheckedSpan(name, element, perSample, name == input.Name + "Gradient", name == input.Name + "Gradient" ? input.Name : null, input.Kind == LossInputKind.Labels);
        }

        return name switch
        {
            "values" or "predictions" or "logSumExps" => new CheckedSpan(name, element, locations, IsWritten: true, Own: null, IsLabels: false),
            "upstream" => new CheckedSpan(name, element, locations, IsWritten: false, Own: null, IsLabels: false),
            "probabilities" or "curvature" => new CheckedSpan(name, element, elements, IsWritten: true, Own: null, IsLabels: false),
            _ => null,
        };
    }
}
