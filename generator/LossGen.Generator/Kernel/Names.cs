using static LossGen.Generator.Model.InvariantText;

namespace LossGen.Generator.Kernel;

/// <summary>
/// Gives out names that differ from every variable, tensor and type in scope of a kernel's body. They begin with a small letter, although the user's may not, so that none hides a
/// type or a method, whose names begin with a capital.
/// </summary>
internal sealed class Names
{
    // C#'s keywords, contextual ones included. Types and methods need no entry: their names begin with a capital, those of variables do not.
    private static readonly HashSet<string> Reserved = new((
        "abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum "
        + "event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long "
        + "namespace new null object operator out override params private protected public readonly ref return sbyte sealed short "
        + "sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual "
        + "void volatile while nuint nint var dynamic nameof await field value _").Split(' '), StringComparer.Ordinal);

    // The names that the method around a kernel's blocks uses itself.
    private static readonly string[] Driver = ["count", "samples", "scale", "sum", "sums", "blockSums", "start", "end", "stride", "kernel", "few", "scratch", "keptEnd", "run", "blockSum", "places", "kept", "next"];

    // Most passes need a name in few kernels only, so the taken names are collected on first use.
    private readonly Lazy<HashSet<string>> taken;

    private Names(Func<HashSet<string>> find) => taken = new Lazy<HashSet<string>>(find, isThreadSafe: false);

    /// <summary>Names for a new kernel's tensors, none of which is in use.</summary>
    public static Names ForTensors() => new(static () => new HashSet<string>(Driver, StringComparer.Ordinal));

    public static Names Of(LossKernel kernel) => new(() => Within(kernel));

    private static HashSet<string> Within(LossKernel kernel)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (Tensor tensor in kernel.Tensors.Concat(kernel.Scratch.Select(static scratch => scratch.Tensor)))
        {
            names.Add(tensor.Name);
            names.Add(ReferenceOf(tensor.Name));
        }

        foreach (Parameter parameter in kernel.Parameters)
        {
            names.Add(parameter.Variable.Name);
        }

        foreach (Stmt statement in kernel.Body.AllStatements())
        {
            foreach (Variable variable in statement.Declared())
            {
                names.Add(variable.Name);
            }

            if (statement is Loop loop)
            {
                names.Add(loop.Index.Name);
            }
        }

        return names;
    }

    /// <summary>The name of the reference to a tensor's first element.</summary>
    public static string ReferenceOf(string tensor) => tensor + "Start";

    public bool IsTaken(string name) => taken.Value.Contains(name) || Reserved.Contains(name);

    /// <summary>A name for a tensor and its reference, as close to the user's as possible.</summary>
    public string FreshTensor(string wish)
    {
        string stem = Small(wish);
        string name = stem;
        for (int number = 2; IsTaken(name) || IsTaken(ReferenceOf(name)); number++)
        {
            name = stem + Number(number);
        }

        taken.Value.Add(name);
        taken.Value.Add(ReferenceOf(name));
        return name;
    }

    /// <summary>The wished name; if it is taken, with the first number that makes it new.</summary>
    public string Fresh(string wish)
    {
        string stem = Small(wish);
        string name = stem;
        for (int number = 2; IsTaken(name); number++)
        {
            name = stem + Number(number);
        }

        taken.Value.Add(name);
        return name;
    }
}
