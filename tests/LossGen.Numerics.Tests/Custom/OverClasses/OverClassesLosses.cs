using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom.OverClasses;

/// <summary>The sample's losses over classes, in float and in double for one shape.</summary>
internal sealed class OverClassesLosses
{
    private static readonly ConcurrentDictionary<string, Lazy<OverClassesLosses>> Known = new();

    private readonly CompiledInEitherType compiled;

    private OverClassesLosses(string declaration, string label) => compiled = new(isDouble => OverClassesCase.Names.Select(name => Source(name, declaration, label, isDouble)));

    /// <param name="declaration">The attribute's arguments: <c>Shape.Batch, 10</c>.</param>
    /// <param name="label">The type of labels.</param>
    public static OverClassesLosses With(string declaration, string label = "int") =>
        Known.GetOrAdd(declaration + "/" + label, _ => new(() => new OverClassesLosses(declaration, label))).Value;

    public static OverClassesLosses Of(int classes) => With("Shape.Batch, " + classes.ToString(CultureInfo.InvariantCulture));

    public object Of(OverClassesCase loss, bool isDouble)
    {
        ConstructorInfo constructor = compiled.Type("Zoo." + loss.Name, isDouble).GetConstructors().Single();
        return constructor.Invoke([isDouble ? loss.Parameter : (object)(float)loss.Parameter]);
    }

    private static string Source(string name, string declaration, string label, bool isDouble) =>
        ZooSource.TextOverClasses(name, "Zoo", isDouble, $"[ClassAxisLoss({declaration})]")
            .Replace("int label", label + " label", StringComparison.Ordinal);
}
