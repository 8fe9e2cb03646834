namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>How many of 100 parts of a text are drawn from those that LossGen should refuse, and from those that are wrong C#.</summary>
internal readonly record struct Taste(int Refused, int Broken)
{
    public int Wild => Refused + Broken;

    public bool IsWild => Wild > 0;
}
