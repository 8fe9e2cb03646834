using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Tests.Support;

/// <summary>The generator with only the members of a loss, as a type that the test of a code fix can create.</summary>
internal sealed class MemberGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => new LossGenerator(PrintedLosses.Members).Initialize(context);
}
