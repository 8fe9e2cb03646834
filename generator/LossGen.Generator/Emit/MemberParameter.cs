using LossGen.Generator.Kernel;

namespace LossGen.Generator.Emit;

/// <summary>A parameter of a public member.</summary>
/// <param name="Type">Its type, with <c>in</c> if it is passed so.</param>
/// <param name="Name">Its name.</param>
/// <param name="Default">What it is if a call omits it; null if it is required.</param>
/// <param name="Tensor">The tensor that it is; null for numbers and sums.</param>
/// <param name="MayBeEmpty">Whether an empty one asks for nothing to be written.</param>
internal sealed record MemberParameter(string Type, string Name, string? Default = null, Tensor? Tensor = null, bool MayBeEmpty = false)
{
    /// <summary>The parameter as declared with a type.</summary>
    public string Declared(string type) => $"{type} {Name}{(Default is null ? "" : " = " + Default)}";
}
