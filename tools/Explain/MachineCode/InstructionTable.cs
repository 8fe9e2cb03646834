using System.Text.RegularExpressions;

namespace LossGen.Explain.MachineCode;

/// <summary>The kinds of the instructions of x64 that kernels are made of. Whatever is missing is unknown, and listed by its name.</summary>
internal static partial class InstructionTable
{
    public static InstructionKind KindOf(string mnemonic) =>
        Arithmetic().IsMatch(mnemonic) ? InstructionKind.Arithmetic
        : Shuffle().IsMatch(mnemonic) ? InstructionKind.Shuffle
        : Division().IsMatch(mnemonic) ? InstructionKind.Division
        : Move().IsMatch(mnemonic) ? InstructionKind.Move
        : Other().IsMatch(mnemonic) ? InstructionKind.Other
        : InstructionKind.Unknown;

    // Floats, integers in vectors, masks. An approximate reciprocal is as fast as a multiplication.
    [GeneratedRegex(
        """
        ^(
            v?(add|sub|addsub|mul|max|min|and|andn|or|xor|ucomi|comi|cmp[a-z]*|round|rndscale|scalef|getexp|getmant|range|reduce|fixupimm|fpclass|hadd|rcp(14)?|rsqrt(14)?|blend[mv]?)[ps][sd]
            | vfn?m(add|sub|addsub|subadd)(132|213|231)[ps][sd]
            | v?cvt[a-z0-9]+
            | v?p(add|sub|mull|mulh|mulu|mul|max[su]|min[su]|abs|sll|srl|sra|rol|ror|lzcnt)v?(b|w|d|q|dq|uw)
            | v?p(and|andn|or|xor)[dq]?
            | v?pcmp[a-z]*[bwdq]
            | vpternlog[dq] | vpblend(m[bwdq]|vb|w|d) | vp?test(n?m)?[bwdqps]* | ptest
            | k(and|andn|or|xor|xnor|not|add|test|ortest|shiftl|shiftr|unpck)[bwdq]{1,2}
            | vpmovm2[bwdq] | vpmov[bwdq]2m | v?p?movmsk(b|ps|pd)
        )$
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Arithmetic();

    [GeneratedRegex(
        """
        ^(
            v?(shuf|unpckl|unpckh|perm|permil|permt2|permi2|align|compress|expand|broadcast)[ps][sd]
            | vshuf[fi](32x4|64x2) | v(insert|extract)[fi](128|32x4|32x8|64x2|64x4) | vperm2[fi]128 | v?(insert|extract)ps
            | vbroadcast[fi](128|32x2|32x4|32x8|64x2|64x4)
            | v?p(shuf|unpckl|unpckh|erm|ermt2|ermi2|align|compress|expand|broadcast|insr|extr)(b|w|d|q|bw|wd|dq|qdq|lw|hw|r)
            | vpalignr | valign[dq] | v?mov(shdup|sldup|ddup|hlps|lhps|hps|hpd|lps|lpd) | vpmov[sz]x[bwdq]{2} | vpmovu?s?[qdw][bwd]
        )$
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shuffle();

    [GeneratedRegex("^(v?(div|sqrt)[ps][sd]|i?div)$")]
    private static partial Regex Division();

    [GeneratedRegex("^(v?mov([ps][sd]|[au]p[sd]|nt[a-z]+|d|q)|v?movdq[au](8|16|32|64)?|v?lddqu|v?maskmovp[sd]|vpmaskmov[dq]|vp?(gather|scatter)[dq](ps|pd|d|q)|mov|movzx|movsxd?|kmov[bwdq])$")]
    private static partial Regex Move();

    [GeneratedRegex(@"^(lea|add|sub|adc|sbb|inc|dec|neg|not|and|andn|or|xor|i?mul|mulx|shl|shr|sar|rol|ror|shlx|shrx|sarx|rorx|cmp|test|bt|lzcnt|tzcnt|popcnt|cdq|cqo|cdqe|xchg|j[a-z]+|cmov[a-z]+|set[a-z]+|call|tail\.jmp|ret|push|pop|nop|int3|vzeroupper|prefetch[a-z0-9]+)$")]
    private static partial Regex Other();
}
