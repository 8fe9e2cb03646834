using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>Collects what is wrong with one declaration, so that all of it is reported at once.</summary>
internal sealed class ProblemList
{
    private readonly ImmutableArray<Diagnostic>.Builder problems = ImmutableArray.CreateBuilder<Diagnostic>();

    public bool HasErrors => problems.Any(static problem => problem.Severity == DiagnosticSeverity.Error);

    public void Add(DiagnosticDescriptor descriptor, Location location, params object[] arguments) =>
        problems.Add(Diagnostic.Create(descriptor, location, arguments));

    /// <summary>Adds what other places have a part in.</summary>
    public void Add(DiagnosticDescriptor descriptor, Location location, IEnumerable<Location> others, params object[] arguments) =>
        problems.Add(Diagnostic.Create(descriptor, location, others, arguments));

    public ImmutableArray<Diagnostic> ToImmutable() => problems.ToImmutable();
}
