using System.CommandLine;
using LossGen.Mutation;
using Spectre.Console;

var seed = new Option<int>("--seed") { Description = "The seed of the sample, and of random tests.", DefaultValueFactory = static _ => 1 };
var count = new Option<int>("--count") { Description = "How many mutants of each area are tried.", DefaultValueFactory = static _ => 40 };
Option<string[]> area = new Option<string[]>("--area") { Description = "The areas; all without it." }.AcceptOnlyFromAmong([.. Area.All.Select(static area => area.Name)]);
var whole = new Option<bool>("--whole") { Description = "Mutants that survive the tests of their area meet all tests of both projects, for minutes each." };

var command = new RootCommand("Changes the compiler and the runtime library in one place at a time, and looks whether a test fails. Build the tests first.") { seed, count, area, whole };
command.SetAction(result =>
{
    string[] names = result.GetValue(area) ?? [];
    var options = new MutationOptions(
        result.GetValue(seed),
        result.GetValue(count),
        result.GetValue(whole),
        [.. Area.All.Where(one => names.Length == 0 || names.Contains(one.Name))]);
    Report.Print(new MutationRun(options).Run());
});

// A line for a mutant, however long, in a file too.
AnsiConsole.Profile.Width = 1000;
return command.Parse(args).Invoke();
