using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>Collects the problems of one declaration, so that all are reported at once.</summary>
internal sealed class ProblemList
{
    private readonly ImmutableArray<Diagnostic>.Builder problems = ImmutableArray.CreateBuilder<Diagnostic>();

    public bool HasErrors => problems.Any(static problem => problem.Severity == DiagnosticSeverity.Error);

    public void Add(DiagnosticDescriptor descriptor, Location location, params object[] arguments) =>
        problems.Add(Diagnostic.Create(descriptor, location, arguments));

    /// <summary>Adds a problem that is graver, or less grave, than others of its kind.</summary>
    public void Add(DiagnosticDescriptor descriptor, DiagnosticSeverity severity, Location location, params object[] arguments) =>
        problems.Add(Diagnostic.Create(descriptor, location, severity, additionalLocations: null, properties: null, arguments));

    /// <summary>Adds a problem that also involves other places.</summary>
    public void Add(DiagnosticDescriptor descriptor, Location location, IEnumerable<Location> others, params object[] arguments) =>
        problems.Add(Diagnostic.Create(descriptor, location, others, arguments));

    public ImmutableArray<Diagnostic> ToImmutable() => problems.ToImmutable();
}
