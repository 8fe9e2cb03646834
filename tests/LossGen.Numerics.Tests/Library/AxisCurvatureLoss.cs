using System.Globalization;

namespace LossGen.Numerics.Tests.Library;

/// <summary>A loss along an axis with second derivatives.</summary>
/// <param name="Name">The class.</param>
/// <param name="Classes">The size of the axis.</param>
/// <param name="Attribute">The attribute, with a place {0} for the type of the elements where it has one.</param>
/// <param name="Parameters">The parameters of its formula, {1} being the type; none if it is built in.</param>
/// <param name="Body">The body of its formula, in which {2} ends the name of the class of functions.</param>
/// <param name="Inner">The distance between neighbouring elements of the axis.</param>
internal sealed record AxisCurvatureLoss(string Name, int Classes, string Attribute, string Parameters = "", string Body = "", int Inner = 1)
{
    /// <summary>Whether its second input has an element for each of the first; otherwise it is a label.</summary>
    public bool HasTarget { get; init; }

    /// <summary>The least element of the first input, where that is a probability; null where it may be any number.</summary>
    public double? Least { get; init; }

    public string Source(bool isDouble)
    {
        string type = isDouble ? "double" : "float", second = HasTarget ? type : "int", formula = Parameters.Length == 0 ? "" : Text("[Formula] private static {1} Value(" + Parameters + ") {{ " + Body + " }}", isDouble);
        return $$"""
            using System;
            using LossGen;

            {{Text(Attribute, isDouble)}}
            public sealed partial class {{Name}}
            {
                {{formula}}

                public static {{type}} Run({{type}}[] x, {{second}}[] y, {{type}}[] gradient, {{type}}[] curvature) => new {{Name}}().ForwardBackwardCurvature(x, y, gradient, curvature);

                public static {{type}} Together({{type}}[] x, {{second}}[] y, {{type}}[] gradient, double scale) => new {{Name}}().ForwardBackward(x, y, gradient, scale: scale);
            }
            """;
    }

    private static string Text(string format, bool isDouble) =>
        string.Format(CultureInfo.InvariantCulture, format, "Element = ElementType." + (isDouble ? "Double" : "Single"), isDouble ? "double" : "float", isDouble ? "" : "F");
}
