using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Memory.Reuse;

/// <summary>
/// Where values stand until they are read back: in the place of a gradient that is written later, which costs no memory, unless an input that is still
/// read may be there too, or the caller may omit the gradient; otherwise in the kernel's own memory, as long as that stays in the nearest caches.
/// </summary>
internal sealed class Places(LossKernel kernel, ClassAxisIteration axis)
{
    // One value, and all of them: a kernel's memory is on the stack.
    private const int MostBytesOfValue = 32 * 1024;
    private const int MostBytes = 96 * 1024;

    private readonly Names names = Names.Of(kernel);
    private readonly HashSet<Tensor> taken = [];
    private readonly List<Scratch> given = [];
    private Variable? row;

    /// <summary>The memory of values that stand in no gradient's place.</summary>
    public IReadOnlyList<Scratch> Given => given;

    /// <summary>The place of a value at the current class; null if there is none.</summary>
    public Load? For(Repeated value, IReadOnlyList<Stmt> statements) => OfGradient(value, statements) ?? OfScratch(value);

    /// <summary>The statements after the positions that places need.</summary>
    public EquatableArray<Stmt> WithPositions(EquatableArray<Stmt> block) =>
        row is not null && block.AllExpressions().Any(expr => expr.Mentions(row))
            ? block.Prepend(new Declare(row, axis.Tile!.Origin * Expr.Position(axis.Classes))).ToEquatableArray()
            : block;

    private Load? OfGradient(Repeated value, IReadOnlyList<Stmt> statements)
    {
        int last = value.Others[value.Others.Count - 1];
        for (int i = last; i < statements.Count; i++)
        {
            foreach (Store store in statements[i] is Loop { Role: LoopRole.Classes } map ? map.Body.OfType<Store>() : [])
            {
                Load place = new(store.Tensor, store.Index, value.Value.Type);
                if (store.Tensor is { IsOutput: true, IsOptional: false } output && IsInLanes(output) && output.ElementType == place.Type && !taken.Contains(output) && IsFree(place, store, value.StoredAt(place, statements).Skip(value.First + 1).Take(i - value.First)))
                {
                    taken.Add(output);
                    return place;
                }
            }
        }

        return null;
    }

    // In a tile, a gradient that is filled with one number stands outside it, where lanes do not reach.
    private bool IsInLanes(Tensor gradient) => !kernel.Schedule!.HasTiles || gradient.IsScratch;

    // From the loop that stores a value to the one that writes the gradient, nothing reads an input that may be there or writes to it, and nothing
    // reads the value once the gradient is there.
    private static bool IsFree(Load place, Store gradient, IEnumerable<Stmt> statements)
    {
        EquatableArray<Stmt> between = statements.ToEquatableArray();
        List<Stmt> all = between.AllStatements();
        return !between.Nodes(NodeSet.Loads).Any(load => place.Tensor.MayReplace(((Load)load).Tensor))
            && all.OfType<Store>().Count(store => store.Tensor == gradient.Tensor) == 1
            && !all.SkipWhile(statement => !(statement is Store store && store.Tensor == gradient.Tensor)).Skip(1).SelectMany(Blocks.Expressions).Any(expr => expr.Mentions(place));
    }

    private Load? OfScratch(Repeated value)
    {
        int length = axis.Classes * (kernel.Schedule!.GroupSize ?? 1);
        int bytes = length * value.Value.Type.Bits / 8;
        if (bytes > MostBytesOfValue || given.Sum(static scratch => scratch.End) + bytes > MostBytes)
        {
            return null;
        }

        string name = value.Value is Named named ? named.Name : Operations.Get(((Apply)value.Value).Op).Name;
        Tensor tensor = new(names.FreshTensor(name + "Kept"), value.Value.Type.Scalar, TensorRole.Intermediate, TensorLayout.Tile);
        given.Add(new Scratch(tensor, length));
        return new Load(tensor, Position(), value.Value.Type);
    }

    private Expr Position()
    {
        if (kernel.Schedule is not { GroupSize: not null } schedule)
        {
            return axis.ClassIndex;
        }

        return schedule.HasTiles ? axis.Tile!.PositionOf(axis.ClassIndex) : (row ??= new Variable(names.Fresh("keptRow"), IrType.Index)) + axis.ClassIndex;
    }
}
