namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>How many out of 100 parts of a text are drawn from what LossGen should refuse, and from what is wrong C#.</summary>
internal readonly record struct Taste(int Refused, int Broken)
{
    public int Wild => Refused + Broken;

    public bool IsWild => Wild > 0;
}
