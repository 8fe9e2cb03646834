using System.Runtime.InteropServices;
using LossGen.Explain.MachineCode;

namespace LossGen.Generator.Tests.Explain;

/// <summary>What a loop needs, by its instructions.</summary>
public sealed class InstructionTests
{
    // Two vectors of 16 floats per array and step; a constant; a spilled value; a zero and a copy between registers.
    private const string Loop =
        """
        G_M000_IG03:                ;; offset=0x0030
               vmovups  zmm3, zmmword ptr [rdi+4*r10]
               vsubps   zmm3, zmm3, zmmword ptr [rdx+4*r10]
               vmovups  zmm4, zmmword ptr [rdi+4*r10+0x40]
               vsubps   zmm4, zmm4, zmmword ptr [rdx+4*r10+0x40]
               vbroadcastss zmm5, dword ptr [reloc @RWD00]
               vbroadcastss zmm6, xmm5
               vfmadd213ps zmm3, zmm5, dword ptr [reloc @RWD04] {1to16}
               vmovaps  zmm8, zmm4
               vxorps   ymm9, ymm9, ymm9
               vxorps   ymm9, ymm9, ymm8
               vpcmpeqd k1, zmm3, zmm4
               vpblendmd zmm3 {k1}{z}, zmm3, zmm3
               vextractf32x8 ymm7, zmm4, 1
               vdivpd   zmm2, zmm3, zmm2
               mov      r11, bword ptr [rbp-0xC8]
               vmovups  zmmword ptr [rbp-0x70], zmm0
               vmovups  zmmword ptr [r8+4*r10], zmm3
               vmovups  zmmword ptr [r8+4*r10+0x40], zmm4
               lea      rbx, bword ptr [r11+0x0800]
               add      r10, 32
               cmp      r10, rcx
               jb       G_M000_IG03
        """;

    private static readonly string[] none = [];

    [Fact]
    public void TheInstructionsOfALoopAreCountedByWhatTheyDo() => Assert.Equal(
        new LoopInstructions(
            All: 22, Arithmetic: 6, Loads: 7, Stores: 3, Shuffles: 2, Divisions: 1, Copies: 2, Others: 4, OnStack: 2, Numbers: 32, none),
        Of(Loop) with { Unknown = none });

    [Fact]
    public void WhatTheTableDoesNotHaveIsNamed()
    {
        Assert.Empty(Of(Loop).Unknown);
        Assert.Equal(["vfoops"], Of(Loop.Replace("vmovaps  zmm8", "vfoops   zmm8", StringComparison.Ordinal)).Unknown);
    }

    [Fact]
    public void NumbersAreCountedByTheirSize()
    {
        const string Doubles = "G_M1_IG03:\n       vmovups  zmm0, zmmword ptr [r12+8*rdi]\n       vaddpd   zmm1, zmm0, zmmword ptr [r12+8*rdi+0x40]\n       jb       G_M1_IG03\n";
        Assert.Equal(16, Of(Doubles).Numbers);
        Assert.Equal(0, Of("G_M1_IG03:\n       vaddpd   zmm1, zmm0, zmm1\n       jb       G_M1_IG03\n").Numbers);
    }

    [Theory]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10)]")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 1000, Element = ElementType.Double)]")]
    [InlineData("[BinaryCrossEntropyLoss]")]
    [InlineData("[HingeLoss]")]
    public void TheTableHasEveryInstructionOfAKernel(string declaration)
    {
        if (RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            return;
        }

        Instruction[] instructions = [.. ExplainRun.OutputOf("--asm=all", declaration).Split('\n').Select(Instruction.Parse).OfType<Instruction>()];
        Assert.True(instructions.Length > 100, $"only {instructions.Length} instructions");
        Assert.Empty(instructions.Where(static instruction => instruction.Kind == InstructionKind.Unknown).Select(static instruction => instruction.Mnemonic).Distinct());
    }

    private static LoopInstructions Of(string listing) => LoopInstructions.Of(Assert.Single(AssemblyListing.Parse(listing).Loops));
}
