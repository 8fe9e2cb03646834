using System.Reflection;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Tests.Support;

/// <summary>Walks everything reachable from an object, including through private fields and arrays.</summary>
internal static class ObjectGraph
{
    private const BindingFlags OwnFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The path to the first compiler object that keeps a compilation alive; null if there is none.</summary>
    public static string? FindCompilerObject(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Queue<(object Value, string Path)>([(root, root.GetType().Name)]);
        while (pending.TryDequeue(out (object Value, string Path) next))
        {
            if (next.Value is ISymbol or SyntaxNode or SyntaxTree or Location or Compilation or SemanticModel)
            {
                return next.Path;
            }

            foreach ((object value, string name) in Children(next.Value))
            {
                if (value.GetType().IsValueType || seen.Add(value))
                {
                    pending.Enqueue((value, next.Path + "." + name));
                }
            }
        }

        return null;
    }

    private static IEnumerable<(object Value, string Name)> Children(object value)
    {
        if (value is string or MemberInfo or Pointer || value.GetType() is { IsPrimitive: true } or { IsEnum: true })
        {
            yield break;
        }

        if (value is Array array)
        {
            foreach (object? element in array)
            {
                if (element is not null)
                {
                    yield return (element, "[]");
                }
            }
        }

        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(OwnFields))
            {
                if (field.GetValue(value) is { } content)
                {
                    yield return (content, field.Name);
                }
            }
        }
    }
}
