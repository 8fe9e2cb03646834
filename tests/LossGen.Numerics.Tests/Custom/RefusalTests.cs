using System.Globalization;
using System.Numerics;
using System.Reflection;

namespace LossGen.Numerics.Tests.Custom;

/// <summary>What the members and constructors of custom losses refuse: the argument's name, and that nothing is written.</summary>
public sealed class RefusalTests
{
    private const int Length = 11;
    private const int Untouched = 12345;

    public static TheoryData<string> Names => [.. ZooSource.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void SpansOfAWrongLength(string name)
    {
        Check<float>(name);
        Check<double>(name);

        static void Check<T>(string name)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            CustomLoss<T> loss = Loss<T>(name);
            string[] names = [.. loss.InputNames, .. loss.GradientNames];
            for (int wrong = 0; wrong < names.Length; wrong++)
            {
                // The first input determines the number of elements, so that its wrong length makes the others wrong; an empty gradient is not computed.
                foreach (int length in new[] { 0, 1, Length - 1, Length + 1, 2 * Length })
                {
                    bool isGradient = wrong >= loss.InputNames.Count;
                    if (length != 0 || !isGradient)
                    {
                        Memory<T>[] spans = [.. names.Select((_, i) => Filled<T>(i == wrong ? length : Length))];
                        Refuses(loss, spans, wrong == 0 ? loss.InputNames[1] : names[wrong]);
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SpansThatOverlapInPart(string name)
    {
        Check<float>(name);
        Check<double>(name);

        static void Check<T>(string name)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            CustomLoss<T> loss = Loss<T>(name);
            int inputs = loss.InputNames.Count;
            for (int gradient = 0; gradient < inputs; gradient++)
            {
                for (int other = 0; other < inputs + gradient; other++)
                {
                    foreach (int distance in new[] { 1 - Length, -1, 0, 1, Length - 1 })
                    {
                        if (distance == 0 && other == gradient)
                        {
                            continue;
                        }

                        Memory<T> memory = Filled<T>(3 * Length);
                        Memory<T>[] spans = [.. Enumerable.Range(0, 2 * inputs).Select(_ => Filled<T>(Length))];
                        spans[other] = memory.Slice(Length, Length);
                        spans[inputs + gradient] = memory.Slice(Length + distance, Length);
                        Refuses(loss, spans, loss.GradientNames[gradient]);
                        AllUntouched(memory);
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ParametersOutOfTheirRange(string name)
    {
        Check<float>(name);
        Check<double>(name);

        static void Check<T>(string name)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            foreach (ParameterInfo parameter in ZooLosses.FormulaMethod(ZooLosses.Declared.Type<T>(name)).GetParameters())
            {
                if (parameter.GetCustomAttribute<ParameterAttribute>() is not { } range)
                {
                    continue;
                }

                T minimum = T.CreateChecked(range.Minimum);
                T maximum = T.CreateChecked(range.Maximum);
                Refused(T.NaN, T.PositiveInfinity, T.NegativeInfinity);
                if (T.IsFinite(minimum))
                {
                    Refused(T.BitDecrement(minimum), range.MinimumIsExclusive ? minimum : T.NaN);
                    Accepted(range.MinimumIsExclusive ? T.BitIncrement(minimum) : minimum);
                }

                if (T.IsFinite(maximum))
                {
                    Refused(T.BitIncrement(maximum), range.MaximumIsExclusive ? maximum : T.NaN);
                    Accepted(range.MaximumIsExclusive ? T.BitDecrement(maximum) : maximum);
                }

                Accepted((T)parameter.DefaultValue!);

                void Accepted(T value) => ZooLosses.Declared.Construct<T>(name, Given(value));

                void Refused(params T[] values) => Assert.All(values, value =>
                {
                    ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => ZooLosses.Declared.Construct<T>(name, Given(value)));
                    Assert.Equal(parameter.Name, error.ParamName);
                    Assert.Equal(value, error.ActualValue);
                    Assert.Contains($"'{parameter.Name}' is {value.ToString(null, CultureInfo.InvariantCulture)}, but must be finite", error.Message, StringComparison.Ordinal);
                    Assert.Equal(T.IsFinite(minimum), error.Message.Contains(Text(range.MinimumIsExclusive ? "above" : "at least", range.Minimum), StringComparison.Ordinal));
                    Assert.Equal(T.IsFinite(maximum), error.Message.Contains(Text(range.MaximumIsExclusive ? "below" : "at most", range.Maximum), StringComparison.Ordinal));
                });

                Dictionary<string, double> Given(T value) => new() { [parameter.Name!] = double.CreateChecked(value) };
            }
        }

        static string Text(string words, double limit) => string.Create(CultureInfo.InvariantCulture, $"{words} {limit}");
    }

    private static CustomLoss<T> Loss<T>(string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(ZooLosses.Declared.Construct<T>(name, new Dictionary<string, double>()));

    private static void Refuses<T>(CustomLoss<T> loss, Memory<T>[] spans, string parameter)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Memory<T>[] inputs = spans[..loss.InputNames.Count];
        Memory<T>[] gradients = spans[loss.InputNames.Count..];
        Assert.Equal(parameter, Assert.Throws<ArgumentException>(() => loss.ForwardBackward(inputs, gradients)).ParamName);
        Assert.Equal(parameter, Assert.Throws<ArgumentException>(() => loss.Backward(inputs, gradients)).ParamName);
        if (loss.InputNames.Contains(parameter))
        {
            Assert.Equal(parameter, Assert.Throws<ArgumentException>(() => loss.Forward(inputs)).ParamName);
        }

        Assert.All(spans, AllUntouched);
    }

    private static Memory<T> Filled<T>(int length)
        where T : INumber<T> => Enumerable.Repeat(T.CreateChecked(Untouched), length).ToArray();

    private static void AllUntouched<T>(Memory<T> memory)
        where T : INumber<T> => Assert.All(memory.ToArray(), static element => Assert.Equal(T.CreateChecked(Untouched), element));
}
