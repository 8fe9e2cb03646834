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

    // The caller's file is this one, in a folder beside the snapshots'.
    public static Task VerifyAsync(GeneratorDriver driver) => Verifier.Verify(driver).UseDirectory("../Snapshots");
}
#endif
