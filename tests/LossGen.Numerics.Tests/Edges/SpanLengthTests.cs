using System.Numerics;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>Spans of a wrong length, in every parameter of every member: the message, and that nothing is written.</summary>
public sealed class SpanLengthTests
{
    private const int Classes = GuardedLosses.Classes;
    private const int Samples = 9;

    public static TheoryData<string> WithLabels => GuardedLosses.WithLabels;

    public static TheoryData<string> WithTarget => GuardedLosses.WithTarget;

    [Theory]
    [MemberData(nameof(WithLabels))]
    public void LossesWithLabelsRefuseThem(string loss)
    {
        Check<float, int>(loss, Samples);
        Check<double, int>(loss, Samples);
    }

    [Theory]
    [MemberData(nameof(WithTarget))]
    public void LossesWithATargetRefuseThem(string loss)
    {
        Check<float, float>(loss, Samples * Classes);
        Check<double, double>(loss, Samples * Classes);
    }

    private static void Check<T, TTruth>(string loss, int truths)
        where T : unmanaged, INumber<T>
        where TTruth : unmanaged
    {
        foreach (SpanMember<T, TTruth> member in GuardedLosses.Members<T, TTruth>(loss))
        {
            foreach ((SpanRole role, string name) in member.Names)
            {
                int right = role == SpanRole.Truth ? truths : Samples * Classes;
                foreach (int wrong in Enumerable.Range(0, right + Classes + 2).Append(2 * right))
                {
                    // 0 elements are a number of samples too; an empty second gradient is not computed.
                    bool isWholePrediction = role == SpanRole.Prediction && wrong % Classes == 0;
                    if (wrong == right || isWholePrediction || (role == SpanRole.Second && wrong == 0))
                    {
                        continue;
                    }

                    Refuses(member, truths, role, name, right, wrong);
                }
            }
        }
    }

    private static void Refuses<T, TTruth>(SpanMember<T, TTruth> member, int truths, SpanRole role, string name, int right, int wrong)
        where T : unmanaged, INumber<T>
        where TTruth : unmanaged
    {
        int Length(SpanRole of) => of == role ? wrong : of == SpanRole.Truth ? truths : Samples * Classes;
        T untouched = T.CreateChecked(12345);
        T[] gradient = [.. Enumerable.Repeat(untouched, Length(SpanRole.Gradient))];
        T[] second = [.. Enumerable.Repeat(untouched, Length(SpanRole.Second))];
        T[] prediction = new T[Length(SpanRole.Prediction)];
        ArgumentException error = Assert.Throws<ArgumentException>(() =>
        {
            member.Call(prediction, new TTruth[Length(SpanRole.Truth)], new T[Length(SpanRole.Weights)], gradient, second);
        });
        Assert.Equal(name, error.ParamName);
        Assert.StartsWith($"'{name}' has {(wrong == 1 ? "1 element" : $"{wrong} elements")},", error.Message, StringComparison.Ordinal);
        Assert.Contains($"shape (Batch, {Classes})", error.Message, StringComparison.Ordinal);
        Assert.Contains(
            role == SpanRole.Prediction ? $"has {Classes}." : $"'{member.Names[SpanRole.Prediction]}' has {Samples * Classes}, which is {Samples} samples", error.Message, StringComparison.Ordinal);
        Assert.Contains(role == SpanRole.Prediction ? "not a whole number of samples" : $"'{name}' must have {right}.", error.Message, StringComparison.Ordinal);
        Assert.All(gradient, value => Assert.Equal(untouched, value));
        Assert.All(second, value => Assert.Equal(untouched, value));
    }
}
