using System.Text;
using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>An expression in its context: it writes itself into the line through the dialect of its type.</summary>
/// <param name="Expr">What is written.</param>
/// <param name="Least">How tightly it has to bind; if it does not, it is put in parentheses.</param>
internal readonly record struct PrintedExpr(Expr Expr, Precedence Least = Precedence.Conditional)
{
    public void Write(StringBuilder text)
    {
        Dialect dialect = Dialect.For(Expr);
        switch (Expr)
        {
            case Variable variable:
                text.Append(variable.Name);
                break;
            case Constant constant:
                string number = dialect.Constant(constant);
                bool isInParentheses = number[0] == '-' && Least > Precedence.Unary;
                text.Append(isInParentheses ? "(" : "").Append(number).Append(isInParentheses ? ")" : "");
                break;
            case Load load:
                OpText loaded = load.Converts ? dialect.ConvertedLoad(load) : dialect.Load;
                text.Append(loaded.Own < Least ? "(" : "");
                loaded.Write(text, EquatableArray.Of(PrintedOp.Reference(load.Tensor), load.Index));
                text.Append(loaded.Own < Least ? ")" : "");
                break;
            case IsGiven given:
                text.Append('!').Append(given.Tensor.Name).Append(".IsEmpty");
                break;
            case IsWanted { Part: var part }:
                text.Append(Dialect.OutputsParameter).Append(part switch
                {
                    OutputParts.Value => ".HasValue",
                    OutputParts.Gradient => ".HasGradient",
                    _ => ".HasOtherGradients",
                });
                break;
            case Apply apply:
                OpText op = dialect.Text(apply);
                text.Append(op.Own < Least ? "(" : "");
                op.Write(text, apply.Arguments);
                text.Append(op.Own < Least ? ")" : "");
                break;
            default:
                throw new InvalidOperationException($"{Expr} is not printable.");
        }
    }

    /// <summary>As it is written, for a text that is assembled before it becomes a line.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        Write(text);
        return text.ToString();
    }
}

/// <summary>An operation with a text of its own, such as a store.</summary>
/// <param name="Op">The text.</param>
/// <param name="Arguments">What fills its places.</param>
internal readonly record struct PrintedOp(OpText Op, EquatableArray<Expr> Arguments)
{
    public static PrintedOp Of(Store store)
    {
        Dialect dialect = Dialect.For(store.Value.Type);
        return new PrintedOp(store.IsStreamed ? dialect.StoreStreamed : store.Converts ? dialect.ConvertedStore : dialect.Store, EquatableArray.Of(Reference(store.Tensor), store.Index, store.Value));
    }

    /// <summary>The reference to a tensor's first element, as it is written.</summary>
    public static Expr Reference(Tensor tensor) => new Variable(Names.ReferenceOf(tensor.Name), tensor.ElementType);
}
