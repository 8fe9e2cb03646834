using System.Globalization;
using LossGen.Generator.Benchmarks;
using Spectre.Console;

// The first run pays for the just-in-time compiler, as the first build in a compiler server does.
var project = new Project();
Measurement first = project.ColdRun();
Measurement[] cold = Repeat(project.ColdRun);
Measurement[] edit = Repeat(project.EditOfOne);
Measurement[] body = Repeat(project.EditOfABody);
Measurement[] surface = Repeat(project.EditOfAnotherDeclaration);

Table table = new Table().Border(TableBorder.Rounded)
    .AddColumn($"{Declarations.Count} declarations")
    .AddColumn("ms in total", column => column.RightAligned())
    .AddColumn("ms per declaration", column => column.RightAligned())
    .AddColumn("files written", column => column.RightAligned());
Add("cold run, the first in its process", first);
Add("cold run", Median(cold));
Add("edit of one declaration", Median(edit));
Add("edit of a body or a comment elsewhere", Median(body));
Add("edit of a declaration elsewhere", Median(surface));
AnsiConsole.Write(table);

void Add(string what, Measurement measurement) => table.AddRow(
    what,
    measurement.Milliseconds.ToString("F1", CultureInfo.InvariantCulture),
    (measurement.Milliseconds / Declarations.Count).ToString("F3", CultureInfo.InvariantCulture),
    measurement.FilesWritten.ToString(CultureInfo.InvariantCulture));

static Measurement[] Repeat(Func<Measurement> measure) => [.. Enumerable.Range(0, 15).Select(_ => measure())];

static Measurement Median(Measurement[] measurements) => measurements.OrderBy(static m => m.Milliseconds).ElementAt(measurements.Length / 2);
