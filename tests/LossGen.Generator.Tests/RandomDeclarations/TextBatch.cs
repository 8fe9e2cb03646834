namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>Texts in batches of one compilation each: a compilation is expensive, but hardly more so for many texts.</summary>
internal static class TextBatch
{
    private const int TextsInOne = 250;
    private const int AtOnce = 2;

    /// <summary>Runs all texts.</summary>
    public static async Task<IReadOnlyList<TextOutcome>> RunAllAsync(IReadOnlyList<DeclarationText> texts)
    {
        ILookup<bool, DeclarationText> contained = texts.ToLookup(static text => text.IsContained);
        DeclarationText[][] batches = [.. contained[true].Chunk(TextsInOne), .. contained[false].Chunk(1)];
        var outcomes = new IReadOnlyList<TextOutcome>[batches.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForAsync(0, batches.Length, options, async (index, _) => outcomes[index] = await RunAsync(batches[index]));
        return [.. outcomes.SelectMany(static batch => batch)];
    }

    public static async Task<TextOutcome> RunAsync(DeclarationText text) => (await RunAsync([text]))[0];

    // After one exception, or one name for two files, the compiler drops all files of the generator: bisected until the text that causes it is alone.
    private static async Task<IReadOnlyList<TextOutcome>> RunAsync(DeclarationText[] texts)
    {
        try
        {
            CompiledTexts compiled = await CompiledTexts.CompileAsync(texts);
            return [.. texts.Select((text, index) => TextCheck.Run(text, compiled.Trees[index], compiled))];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            if (texts.Length == 1)
            {
                return [new TextOutcome(texts[0], TextKind.NotCSharp, [], [], IsOfCompiler(exception) ? null : "It throws " + exception.GetType().Name, exception.ToString())];
            }

            int middle = texts.Length / 2;
            return [.. await RunAsync(texts[..middle]), .. await RunAsync(texts[middle..])];
        }
    }

    // Some half-typed texts are too much for the C# compiler itself, such as "record class class{f e({". What LossGen throws, it reports as a diagnostic.
    private static bool IsOfCompiler(Exception exception) => exception.StackTrace?.TrimStart().StartsWith("at Microsoft.CodeAnalysis.CSharp.", StringComparison.Ordinal) == true;
}
