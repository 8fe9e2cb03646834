namespace LossGen.Generator.Kernel;

/// <summary>Gives out names that no variable, tensor or type in reach of a kernel's body has.</summary>
internal sealed class Names
{
    // What printed kernels name besides their own variables: a local of that name would hide the type or be no identifier.
    private static readonly string[] Reserved =
    [
        "Vector256", "VectorMath", "MemoryMarshal", "Unsafe", "Math", "MathF", "ReadOnlySpan", "Span",
        "float", "double", "int", "long", "nuint", "bool", "ref", "in", "out", "for", "return", "unchecked", "new", "true", "false",
    ];

    // What the method around a kernel's blocks calls its own.
    private static readonly string[] Driver = ["count", "samples", "scale", "sum", "start", "end", "stride"];

    private readonly HashSet<string> taken = new(Reserved, StringComparer.Ordinal);

    /// <summary>Names for a new kernel's tensors, none of which is in use.</summary>
    public static Names ForTensors()
    {
        Names names = new();
        names.taken.UnionWith(Driver);
        return names;
    }

    public static Names Of(LossKernel kernel)
    {
        Names names = new();
        names.taken.UnionWith(kernel.Tensors.SelectMany(static tensor => new[] { tensor.Name, tensor.Name + "Start" }));
        names.taken.UnionWith(kernel.Parameters.Select(static parameter => parameter.Name));
        foreach (Stmt statement in kernel.Body.AllStatements())
        {
            names.taken.UnionWith(statement.Declared().Select(static variable => variable.Name));
            if (statement is Loop loop)
            {
                names.taken.Add(loop.Index.Name);
            }
        }

        return names;
    }

    /// <summary>The wished name, or with the first number that makes it new.</summary>
    public string Fresh(string wish)
    {
        string name = wish;
        for (int number = 2; !taken.Add(name); number++)
        {
            name = wish + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }
}
