using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Tests.Support;

/// <summary>The generator with the members alone that it makes of a loss, under a type that the test of a code fix can create.</summary>
internal sealed class MemberGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => new LossGenerator(PrintedLosses.Members).Initialize(context);
}
