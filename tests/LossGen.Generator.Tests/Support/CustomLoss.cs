using System.Reflection;
using System.Runtime.Loader;
using LossGen.Generator.Declarations;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace LossGen.Generator.Tests.Support;

/// <summary>
/// A loss <c>Loss</c> that a source declares with a formula <c>Value</c> of two inputs: the formula as C# runs it, as the parser reads it, and as the generated
/// class computes it.
/// </summary>
internal sealed class CustomLoss
{
    private readonly CSharpCompilation compilation;
    private readonly CustomFormula formula;
    private readonly Type type;

    private CustomLoss(CSharpCompilation compilation, CustomFormula formula, Type type)
    {
        this.compilation = compilation;
        this.formula = formula;
        this.type = type;
    }

    /// <summary>
    /// Compiles a class with these members and, if wanted, what is generated for it; in an ordinary run three of four without some of the kernels that its test
    /// does not run, others each day.
    /// </summary>
    /// <param name="members">The members.</param>
    /// <param name="isGenerated">Whether they are compiled with what is generated.</param>
    /// <param name="unused">What the names of those kernels contain.</param>
    public static CustomLoss Compile(string members, bool isGenerated, string unused = "Backward")
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(Source(members), Compilations.WithoutNullableAnalysis));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        INamedTypeSymbol symbol = compilation.GetTypeByMetadataName("Loss")!;
        ParsedLoss parsed = LossParser.Parse(symbol, compilation.GetSemanticModel(compilation.SyntaxTrees[0]), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(parsed.Problems, static problem => problem.Severity == DiagnosticSeverity.Error);
        if (isGenerated)
        {
            var generator = new LossGenerator(spec => RandomRun.IsTried(members.Length, days: 4) ? PrintedLosses.TextOf(spec, OneWidth.ThisMachine) : PrintedLosses.TextWithout(unused, spec, OneWidth.ThisMachine));
            compilation = compilation.AddSyntaxTrees(GeneratorTester.Run(compilation, generator).GetRunResult().GeneratedTrees);
        }

        return new CustomLoss(compilation, (CustomFormula)parsed.Spec!.Definition, Load(compilation));
    }

    /// <summary>The file that declares the class.</summary>
    public static string Source(string members) => "#pragma warning disable CS0162 // Unreachable code\nusing System; using LossGen;\n[ElementwiseLoss(Reduction = LossReduction.Sum)] public sealed partial class Loss { " + members + " }";

    /// <summary>The value that C# computes.</summary>
    public double Run(double x, double y)
    {
        MethodInfo method = type.GetMethod("Value", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!;
        object result = method.Invoke(null, [.. method.GetParameters().Select((parameter, index) => index > 1 ? Type.Missing : Convert.ChangeType(index == 0 ? x : y, parameter.ParameterType, provider: null))])!;
        return Convert.ToDouble(result, provider: null);
    }

    /// <summary>The value of the expression that the parser read, in float64, with default parameters.</summary>
    public double Evaluate(double x, double y)
    {
        return Value(formula.Body);

        double Value(Expr expr) => expr switch
        {
            Constant constant => constant.Value.Value,
            Variable variable when variable.Name == formula.Inputs[0].Name => x,
            Variable variable when variable.Name == formula.Inputs[1].Name => y,
            Variable variable => formula.Parameters.Single(parameter => parameter.Name == variable.Name).Default!.Value.Value,
            Named named => Value(named.Value),
            Apply apply => Evaluation.Fold(apply.Op, [.. apply.Arguments.Select(Value)])!.Value,
            _ => throw new InvalidOperationException(expr.ToString()),
        };
    }

    /// <summary>
    /// The sum over many equal elements that the generated class computes, a whole number of vectors and a remainder of single elements, divided by their
    /// number.
    /// </summary>
    public double Generated(double x, double y)
    {
        const int Elements = 67;
        ConstructorInfo constructor = type.GetConstructors().Single();
        object loss = constructor.Invoke([.. constructor.GetParameters().Select(static parameter => parameter.DefaultValue)]);
        return loss switch
        {
            ILoss<float, float> single => single.Forward([.. Enumerable.Repeat((float)x, Elements)], [.. Enumerable.Repeat((float)y, Elements)]),
            ILoss<double, double> wide => wide.Forward([.. Enumerable.Repeat(x, Elements)], [.. Enumerable.Repeat(y, Elements)]),
            _ => throw new InvalidOperationException("No loss of two inputs."),
        } / Elements;
    }

    /// <summary>The derivative with respect to the first input that the generated class computes.</summary>
    public double Slope(double x, double y)
    {
        const int Elements = 11;
        ConstructorInfo constructor = type.GetConstructors().Single();
        object loss = constructor.Invoke([.. constructor.GetParameters().Select(static parameter => parameter.DefaultValue)]);
        float[] gradient = new float[Elements];
        ((ILoss<float, float>)loss).Backward([.. Enumerable.Repeat((float)x, Elements)], [.. Enumerable.Repeat((float)y, Elements)], gradient);
        return Assert.Single(gradient.Distinct());
    }

    private static Type Load(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(Compilations.Complaints(result.Diagnostics, compilation.SyntaxTrees[0]));
        Assert.True(result.Success);
        image.Position = 0;
        return new AssemblyLoadContext(name: null, isCollectible: true).LoadFromStream(image).GetType("Loss")!;
    }
}
