using LossGen.Explain.MachineCode;
using LossGen.Explain.Printing;

namespace LossGen.Generator.Tests.Explain;

/// <summary>The machine code of a kernel, and the loop in which it spends its time.</summary>
public sealed class MachineCodeTests
{
    // An outer loop with two inner ones, the second of which has vectors; a forward jump; a loop with a jump back to its start in its middle.
    private const string Listing =
        """
        ; Assembly listing for method C:M():double (FullOpts)

        G_M000_IG01:                ;; offset=0x0000
               push     rbp
               je       G_M000_IG05

        G_M000_IG02:                ;; offset=0x0010
               mov      rax, rdi

        G_M000_IG03:                ;; offset=0x0020
               vaddsd   xmm0, xmm0, xmm1
               jb       SHORT G_M000_IG03
               align    [4 bytes for IG04]

        G_M000_IG04:                ;; offset=0x0030
               vmovups  ymm0, ymmword ptr [rsp+0x20]
               jp       SHORT G_M000_IG04
               vaddps   zmm1, zmm0, zmm1
               call     [LossGen.VectorMath:Exp(double):double]
               jb       SHORT G_M000_IG04
               inc      rax
               jne      G_M000_IG02

        G_M000_IG05:                ;; offset=0x0050
               ret
        ; Total bytes of code 96
        """;

    [Fact]
    public void TheHotLoopIsTheInnermostWithTheMostVectors()
    {
        AssemblyListing listing = AssemblyListing.Parse(Listing);
        Assert.Equal(["G_M000_IG04", "G_M000_IG03"], listing.Loops.Select(static loop => loop.Label));
        MachineLoop hot = listing.Loops[0];
        Assert.Equal((5, 2, 1, 1), (hot.Instructions, hot.VectorInstructions, hot.Calls, hot.StackAccesses));
        Assert.EndsWith("jb       SHORT G_M000_IG04", hot.Lines[^1], StringComparison.Ordinal);
        Assert.Equal((2, 0, 0, 0), (listing.Loops[1].Instructions, listing.Loops[1].VectorInstructions, listing.Loops[1].Calls, listing.Loops[1].StackAccesses));
    }

    [Fact]
    public void TheWholeMethodIsShownWhereThatIsAskedFor()
    {
        using var output = new StringWriter();
        ListingWriter.Write("M", AssemblyListing.Parse(Listing), ListingExtent.All, new Page(output, hasColours: false));
        Assert.Equal(
            $"""
            M  all of it
            G_M000_IG04: 5 instructions, 2 with vectors, 1 calls, 1 with a value on the stack
            G_M000_IG03: 2 instructions, 0 with vectors, 0 calls, 0 with a value on the stack

            {Listing}

            """.ReplaceLineEndings(),
            output.ToString().ReplaceLineEndings());
    }

    [Fact]
    public void VectorsOfArmCountAsSuch()
    {
        AssemblyListing listing = AssemblyListing.Parse("G_M1_IG03:\n            fadd    v16.4s, v16.4s, v17.4s\n            fadd    d16, d16, d17\n            b.lo    G_M1_IG03\n");
        Assert.Equal((3, 1), (Assert.Single(listing.Loops).Instructions, listing.Loops[0].VectorInstructions));
    }

    [Fact]
    public void TheLoopOfAKernelIsThatOfItsMachineCode()
    {
        string[] loop = ExplainRun.OutputOf("--asm", "[SquareLoss]").TrimEnd('\n').Split('\n');
        Assert.Equal("ComputeBlock  the innermost loop with the most vector instructions", loop[0]);
        int label = Array.FindIndex(loop, static line => line.StartsWith("G_M", StringComparison.Ordinal) && line.Contains("offset", StringComparison.Ordinal));
        string name = loop[label].Split(':')[0];
        Assert.EndsWith(" " + name, loop[^1], StringComparison.Ordinal);
        Assert.Contains(loop[(label + 1)..], static line => AssemblyListing.IsInstruction(line) && line.Contains("mul", StringComparison.Ordinal));
        Assert.Contains(loop, line => line.StartsWith(name + ": ", StringComparison.Ordinal) && line.EndsWith(" 0 calls, 0 with a value on the stack", StringComparison.Ordinal));
    }
}
