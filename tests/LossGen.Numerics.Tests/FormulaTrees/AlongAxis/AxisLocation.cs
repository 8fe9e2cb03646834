namespace LossGen.Numerics.Tests.FormulaTrees.AlongAxis;

/// <summary>What a formula sees at one location.</summary>
/// <param name="Spans">The elements of each span.</param>
/// <param name="Label">The label; 0 if there is none.</param>
/// <param name="Number">The number; 0 if there is none.</param>
/// <param name="Weights">The numbers per class.</param>
internal sealed record AxisLocation(double[][] Spans, int Label, double Number, double[] Weights)
{
    public int Classes => Spans[0].Length;

    /// <summary>The number of all inputs that have slopes: the spans' elements, then the number.</summary>
    public int Inputs => (Spans.Length * Classes) + 1;

    /// <summary>The input that a slot reads at an element; −1 if none.</summary>
    public int InputOf(int slot, int element) => slot switch
    {
        AxisSlots.First => element,
        AxisSlots.Second => Classes + element,
        AxisSlots.FirstAtLabel => Label,
        AxisSlots.SecondAtLabel => Classes + Label,
        AxisSlots.FirstAtStart => 0,
        AxisSlots.Number => Inputs - 1,
        _ => -1,
    };

    /// <summary>What the slots hold at an element, the results of earlier reductions being as inexact as they are.</summary>
    public Dual[] Slots(int element, IReadOnlyList<Dual> results)
    {
        double[] second = Spans[^1];
        var slots = new Dual[AxisSlots.Count];
        for (int slot = 0; slot < slots.Length; slot++)
        {
            double value = slot switch
            {
                AxisSlots.First => Spans[0][element],
                AxisSlots.Second => second[element],
                AxisSlots.Weight => Weights[element],
                AxisSlots.Number => Number,
                AxisSlots.FirstAtLabel => Spans[0][Label],
                AxisSlots.SecondAtLabel => second[Label],
                AxisSlots.WeightAtLabel => Weights[Label],
                AxisSlots.FirstAtStart => Spans[0][0],
                AxisSlots.Index => element,
                AxisSlots.Label => Label,
                AxisSlots.Length => Classes,
                < AxisSlots.Results => slot - AxisSlots.Zero,
                _ => slot - AxisSlots.Results < results.Count ? results[slot - AxisSlots.Results].Value : 0,
            };
            slots[slot] = slot >= AxisSlots.Results && slot - AxisSlots.Results < results.Count ? Dual.Input(value, slot, AxisSlots.Count) with { Error = results[slot - AxisSlots.Results].Error }
                : InputOf(slot, element) >= 0 ? Dual.Input(value, slot, AxisSlots.Count)
                : Dual.Constant(value, AxisSlots.Count);
        }

        return slots;
    }
}
