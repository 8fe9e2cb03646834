#if VERIFY
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using VerifyTests;
using VerifyXunit;

namespace LossGen.Generator.Tests.Support;

/// <summary>The same snapshots through Verify itself: <c>dotnet test -p:SnapshotEngine=Verify</c>.</summary>
internal static class VerifyEngine
{
    [ModuleInitializer]
    internal static void Initialize() => VerifySourceGenerators.Initialize();

    public static Task VerifyAsync(GeneratorDriver driver) =>
        Verifier.Verify(driver).UseDirectory(Path.Combine(Repository.TestProject, "Snapshots")).AddScrubber(Snapshot.ReplaceVersion);
}
#endif
