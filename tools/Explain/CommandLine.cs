using System.CommandLine;
using System.CommandLine.Parsing;
using LossGen.Explain.MachineCode;
using LossGen.Inspection.Tracing;

namespace LossGen.Explain;

/// <summary>The arguments and options of the program.</summary>
public static class CommandLine
{
    private const int BadArgument = 2;

    /// <summary>Shows what a command line requests.</summary>
    /// <returns>The exit code: 1 for a declaration that is rejected; 2 for a bad argument, which is named in one line.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error, bool hasColours)
    {
        var inputs = new Argument<string[]>("declaration")
        {
            Description = "A declaration, such as '[SoftmaxLoss(Shape.Batch, 10)]', or the .cs file that contains it, with any other files that its formula calls.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var loss = new Option<string>("--loss") { Description = "The loss to show, if the files declare several.", HelpName = "name" };
        var member = new Option<string>("--member")
        {
            Description = "The member whose kernel is shown, such as Forward, Backward or ForwardBackward; for most losses one kernel serves these three, and --asm shows what is compiled for the member. Default: the last that the loss has.",
            HelpName = "name",
        };
        Option<string> bits = new Option<string>("--bits") { Description = "The vector width of the kernel, in bits.", DefaultValueFactory = static _ => "256" }.OneOf("256", "512");
        var few = new Option<bool>("--few") { Description = "The kernel for a few locations." };
        var passes = new Option<bool>("--passes") { Description = "Shows the kernel after each pass; the default without --file and --asm." };
        var pass = new Option<string>("--pass") { Description = "Shows only one pass, by its name or its number in the table.", HelpName = "pass" };
        var from = new Option<string>("--from") { Description = "The first pass to show.", HelpName = "pass" };
        var to = new Option<string>("--to") { Description = "The last pass to show.", HelpName = "pass" };
        var noDiff = new Option<bool>("--no-diff") { Description = "Shows the whole kernel after each pass, not what the pass changed." };
        var file = new Option<bool>("--file") { Description = "Shows the generated file." };
        Option<string> asm = new Option<string>("--asm")
        {
            Description = "Shows the machine code of the kernel's hot loop, or of the whole kernel.",
            Arity = ArgumentArity.ZeroOrOne,
        }.OneOf("loop", "all");
        var noColour = new Option<bool>("--no-colour", "--no-color") { Description = "Writes plain text, as in a file or a pipe." };

        var command = new RootCommand("Shows how a loss is compiled: the kernel after each pass, the generated file, the machine code.")
        {
            inputs, loss, member, bits, few, passes, pass, from, to, noDiff, file, asm, noColour,
        };
        command.SetAction(result => Explanation.Write(
            new ExplainRequest(
                result.GetValue(inputs)!,
                result.GetValue(loss),
                new KernelChoice(result.GetValue(member), result.GetValue(bits) == "512", result.GetValue(few)),
                result.GetValue(passes) || IsGiven(result, pass, from, to, noDiff) || !IsGiven(result, file, asm),
                PassRange.Of(result.GetValue(pass), result.GetValue(from), result.GetValue(to)),
                IsDiff: !result.GetValue(noDiff),
                result.GetValue(file),
                !IsGiven(result, asm) ? null : result.GetValue(asm) == "all" ? ListingExtent.All : ListingExtent.Loop,
                HasColours: hasColours && !result.GetValue(noColour)),
            output,
            error));

        ParseResult parsed = command.Parse(DeclarationsLast(args));
        if (parsed.Errors is [ParseError first, ..])
        {
            error.WriteLine(first.Message.ReplaceLineEndings(" "));
            return BadArgument;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (UsageException exception)
        {
            error.WriteLine(exception.Message);
            return BadArgument;
        }
    }

    // A declaration in brackets would be taken for a directive if it came first, and for an option's value after an option that may have one.
    private static string[] DeclarationsLast(string[] args)
    {
        ILookup<bool, string> isDeclaration = args.ToLookup(static arg => arg.StartsWith('['));
        return [.. isDeclaration[false], .. isDeclaration.Contains(true) ? ["--", .. isDeclaration[true]] : Array.Empty<string>()];
    }

    private static bool IsGiven(ParseResult result, params ReadOnlySpan<Option> options)
    {
        foreach (Option option in options)
        {
            if (result.GetResult(option) is { Implicit: false })
            {
                return true;
            }
        }

        return false;
    }

    private static Option<string> OneOf(this Option<string> option, params string[] allowed)
    {
        option.HelpName = string.Join('|', allowed);
        option.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens.Where(token => !allowed.Contains(token.Value)))
            {
                result.AddError($"{option.Name} takes {string.Join(" or ", allowed)}, not '{token.Value}': write {option.Name}={allowed[0]}.");
            }
        });
        return option;
    }
}
