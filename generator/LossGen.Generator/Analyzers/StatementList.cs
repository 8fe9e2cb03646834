using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Analyzers;

/// <summary>The statements of the block that contains a given one.</summary>
internal sealed record StatementList(ImmutableArray<IOperation> Statements, int Index)
{
    public IOperation Current => Statements[Index];

    public IOperation? Previous => At(Index - 1);

    public IOperation? Next => At(Index + 1);

    /// <summary>Finds the innermost statement that an operation belongs to; null if it is not in a block.</summary>
    public static StatementList? Find(IOperation operation)
    {
        for (IOperation link = operation; link.Parent is { } parent; link = parent)
        {
            ImmutableArray<IOperation>? statements = parent switch
            {
                IBlockOperation block => block.Operations,
                ISwitchCaseOperation section => section.Body,
                _ => null,
            };
            if (statements is { } list)
            {
                return list.IndexOf(link) is >= 0 and var index ? new StatementList(list, index) : null;
            }
        }

        return null;
    }

    /// <summary>The statement at a position; null past either end.</summary>
    public IOperation? At(int index) => index >= 0 && index < Statements.Length ? Statements[index] : null;
}
