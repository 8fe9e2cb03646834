using System.Collections.Concurrent;
using System.Numerics;
using System.Reflection;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom;

/// <summary>The custom losses of the sample under one attribute, in float and in double.</summary>
internal sealed class ZooLosses
{
    private static readonly ConcurrentDictionary<string, Lazy<ZooLosses>> Known = new();

    private readonly CompiledInEitherType compiled;

    private ZooLosses(string attribute) => compiled = new(isDouble => ZooSource.Names.Select(name => ZooSource.Text(name, "Zoo", isDouble, attribute)));

    /// <summary>Every element is a sample; the sums are means.</summary>
    public static ZooLosses Declared => With("[ElementwiseLoss]");

    /// <summary>Gradients are the formula's, without a factor.</summary>
    public static ZooLosses Sums => With("[ElementwiseLoss(Reduction = LossReduction.Sum)]");

    public static ZooLosses With(string attribute) => Known.GetOrAdd(attribute, static key => new(() => new ZooLosses(key))).Value;

    public Type Type<T>(string name) => compiled.Type("Zoo." + name, typeof(T) == typeof(double));

    /// <summary>A loss whose constructor is given some of its parameters; the others have their defaults.</summary>
    public CustomLoss<T> Of<T>(ZooCase zooCase)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(Construct<T>(zooCase.Name, zooCase.Parameters));

    public object Construct<T>(string name, IReadOnlyDictionary<string, double> parameters)
        where T : INumber<T>
    {
        ConstructorInfo constructor = Type<T>(name).GetConstructors().Single();
        ParameterInfo[] all = constructor.GetParameters();
        Assert.Empty(parameters.Keys.Except(all.Select(static parameter => parameter.Name!)));
        return constructor.Invoke(
            BindingFlags.DoNotWrapExceptions, null, [.. all.Select(parameter => parameters.TryGetValue(parameter.Name!, out double value) ? T.CreateChecked(value) : parameter.DefaultValue)], null);
    }

    /// <summary>The method that is marked as the formula, in double: what the user wrote, called directly.</summary>
    public static Func<double[], double> Formula(ZooCase zooCase)
    {
        MethodInfo method = FormulaMethod(Declared.Type<double>(zooCase.Name));
        ParameterInfo[] all = method.GetParameters();
        return inputs =>
        {
            int input = 0;
            object?[] arguments = [.. all.Select(parameter => !IsParameter(parameter) ? inputs[input++] : zooCase.Parameters.TryGetValue(parameter.Name!, out double value) ? value : parameter.DefaultValue)];
            Assert.Equal(inputs.Length, input);
            return (double)method.Invoke(null, arguments)!;
        };
    }

    public static MethodInfo FormulaMethod(Type loss) =>
        loss.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public).Single(static method => method.GetCustomAttribute<FormulaAttribute>() is not null);

    private static bool IsParameter(ParameterInfo parameter) => parameter.GetCustomAttribute<ParameterAttribute>() is not null;
}
