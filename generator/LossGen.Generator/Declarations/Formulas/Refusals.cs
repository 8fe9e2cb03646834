using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Why an operation has no meaning in a kernel, and what to write instead.</summary>
internal static class Refusals
{
    public const string Integers = "a kernel does not compute with integers: compute with float or double, where MathF.Floor and Math.Floor give whole numbers";

    public const string Indices = "integers of a formula are compared, added, subtracted and multiplied, and those that are not negative divided by known ones; convert others first, as in (float)i, where MathF.Floor gives whole numbers";

    private const string Unsigned = "a difference of unsigned integers is a large number where it would be negative: convert both to int or long first, as in (int)x - (int)y";

    /// <summary>Why a span cannot be assigned.</summary>
    public const string SpanAssignment = "a span of a formula stands for one input or parameter only: declare another local variable for the other one";

    private const string Assignment = "an assignment is a statement of its own: assign first, and use the variable";
    /// <summary>Why a local function cannot assign to what it captures.</summary>
    public const string OuterVariable = "a local function of a formula changes no variable of the method around it: return the value, and assign it there";

    private const string Loop = "how often a loop of a formula runs has to be known at compile time, as its steps become one expression: count from a constant to another, for (int i = 0; i < 3; i++)";
    private const string Text = "a formula has no text: leave it out";
    private const string Array = "a formula makes no arrays: write a local variable for each element, or a static readonly array for a table";
    private const string Spans = "a formula has no spans but the parameters of an [AxisLoss], each used whole: pass the numbers as one, or compute them in a loop over one";
    private const string Object = "a formula makes no objects: write a local variable, float, double or bool, for each number";
    private const string Method = "make it a static method of the class, and call that by its name";
    private const string Parts = "a formula has no tuples: write a local variable, or an assignment, for each part";
    private const string Null = "a formula has no null: float.NaN can stand for a number that is missing, and x is float.NaN tests for it";
    private const string Run = "a formula is not run, so this would have no effect: leave it out";
    private const string Property =
        "a property's value is known at run time only: make it a const or static readonly field, or a static method, or give the number as a parameter marked with [Parameter]";
    private const string Seen =
        "it may change at run time, when kernels are compiled already: make it const or static readonly, or give the number as a parameter marked with [Parameter]";

    private static readonly Dictionary<OperationKind, Func<IOperation, string>> Table = new()
    {
        [OperationKind.Switch] = Always("write a switch expression instead of the statement (x switch { > 0 => …, _ => … }), or if"),
        [OperationKind.Loop] = static loop => (loop is not IForEachLoopOperation || AxisLoopReader.Concerns((ILoopOperation)loop, FormulaScope.Empty)) && loop.Descendants().Any(static part => part is IReturnOperation)
            ? "a loop of a formula does not return: return after it"
            : Loop,
        [OperationKind.AnonymousFunction] = static function => "a formula has no lambdas: " + Method,
        [OperationKind.DelegateCreation] = static function => "a formula has no delegates: " + Method,
        [OperationKind.MethodReference] = static function => "a formula has no delegates: " + Method,
        [OperationKind.Throw] = Always("a kernel cannot throw: return float.NaN where there is no value, and check arguments before the loss is called"),
        [OperationKind.Try] = Always("nothing in a formula throws: leave the try out, and write its statements alone"),
        [OperationKind.Lock] = Always("a formula shares nothing with other threads: leave the lock out, and write its statements alone"),
        [OperationKind.Using] = Always("a formula has nothing to dispose of: leave the using out"),
        [OperationKind.UsingDeclaration] = Always("a formula has nothing to dispose of: leave the using out"),
        [OperationKind.Branch] = static jump => ((IBranchOperation)jump).BranchKind == BranchKind.Continue
            ? "a loop of a formula goes on to its next step by a condition of its own, if (c) { continue; }, in the loop's outermost block: write if and else elsewhere"
            : "a formula has no jumps: write if, else and return",
        [OperationKind.Labeled] = Always("a formula has no jumps, and so no labels: write if, else and return"),
        [OperationKind.YieldReturn] = Always("a formula returns one number"),
        [OperationKind.YieldBreak] = Always("a formula returns one number"),
        [OperationKind.Await] = Always("a formula does not wait: give what it would wait for as a parameter marked with [Parameter]"),
        [OperationKind.ArrayCreation] = Always(Array),
        [OperationKind.ArrayElementReference] = Always(Array),
        [OperationKind.CollectionExpression] = Always(Array),
        [OperationKind.ObjectCreation] = Always(Object),
        [OperationKind.AnonymousObjectCreation] = Always(Object),
        [OperationKind.With] = Always(Object),
        [OperationKind.Tuple] = Always(Parts),
        [OperationKind.TupleBinary] = Always("a formula has no tuples: compare each part, and join the comparisons by &&"),
        [OperationKind.DeconstructionAssignment] = Always(Parts),
        [OperationKind.Increment] = Always("write x += 1 as a statement of its own"),
        [OperationKind.Decrement] = Always("write x -= 1 as a statement of its own"),
        [OperationKind.SimpleAssignment] = static assignment => assignment is ISimpleAssignmentOperation { IsRef: true } ? "a formula has no references: assign the value" : Assignment,
        [OperationKind.CompoundAssignment] = static assignment => assignment.Parent is IExpressionStatementOperation ? OfOperator(((ICompoundAssignmentOperation)assignment).OperatorKind, assignment) : Assignment,
        [OperationKind.CoalesceAssignment] = Always(Null),
        [OperationKind.Coalesce] = Always(Null),
        [OperationKind.ConditionalAccess] = Always(Null),
        [OperationKind.IsType] = Always("what type a value has is known already: compare it with a number, as in x > 0"),
        [OperationKind.InterpolatedString] = Always(Text),
        [OperationKind.NameOf] = Always(Text),
        [OperationKind.Literal] = static literal => literal.Type?.SpecialType == SpecialType.System_String ? Text : OfType(literal.Type),
        [OperationKind.ExpressionStatement] = static statement => OfStatement(((IExpressionStatementOperation)statement).Operation),
        [OperationKind.Binary] = static operation => OfOperator(((IBinaryOperation)operation).OperatorKind, operation),
        [OperationKind.Unary] = static operation => OfUnary((IUnaryOperation)operation),
        [OperationKind.Conversion] = static conversion => OfConversion((IConversionOperation)conversion),
        [OperationKind.FieldReference] = static field => OfMember((IMemberReferenceOperation)field),
        [OperationKind.PropertyReference] = static property => OfMember((IMemberReferenceOperation)property),
        [OperationKind.EventReference] = Always(Run),
        [OperationKind.InstanceReference] = Always("a formula belongs to no object: give the number as a parameter marked with [Parameter]"),
        [OperationKind.AddressOf] = Always("a formula has no pointers: use the variable"),
        [OperationKind.DynamicInvocation] = Always("what a dynamic call means is known at run time only: call a static method by its name"),
        [OperationKind.DynamicMemberReference] = Always("what a dynamic value has is known at run time only: write float, double or bool"),
        [OperationKind.FunctionPointerInvocation] = Always("what a pointer stands for is known at run time only: call a static method by its name"),
        [OperationKind.DeclarationExpression] = Always("declare the variable in a statement of its own"),
        [OperationKind.Discard] = Always("a formula assigns to local variables and parameters: leave out what nobody reads"),
    };

    /// <summary>Why an operation is refused.</summary>
    public static string Of(IOperation operation) =>
        Table.TryGetValue(operation.Kind, out Func<IOperation, string>? reason) ? reason(operation)
        : IsAllocation(operation) ? Array
        : operation.Type is { } type && FormulaTypes.Of(type) is null ? OfType(type)
        : "a formula is made of arithmetic, comparisons, conditions, local variables and calls: write it with these";

    /// <summary>Why something is refused where a whole span is expected.</summary>
    public static string OfSpan(IOperation span) => span switch
    {
        IConversionOperation conversion => OfSpan(conversion.Operand),
        ICollectionExpressionOperation or IArrayCreationOperation => Array,
        _ => IsAllocation(span) ? Array : Spans,
    };

    /// <summary>Why a conversion is refused.</summary>
    public static string OfConversion(IConversionOperation conversion)
    {
        IOperation operand = conversion.Operand;
        return FormulaTypes.Of(conversion.Type) is null && conversion.Type is not null ? OfType(conversion.Type)
            : operand is IFieldReferenceOperation or IPropertyReferenceOperation or ILiteralOperation ? Of(operand)
            : OfType(operand.Type);
    }

    /// <summary>Why an integer is refused.</summary>
    /// <param name="integer">The integer.</param>
    /// <param name="usual">Why most of its kind are.</param>
    public static string OfInteger(IOperation integer, string usual = Integers) => integer.DescendantsAndSelf().Any(IntegerReader.WrapsBelowZero) ? Unsigned : usual;

    /// <summary>Why a local variable is refused.</summary>
    public static string OfVariable(ILocalSymbol local) => local.IsRef ? "a formula has no references: declare a variable of its own, and assign to that" : OfType(local.Type);

    /// <summary>Why something cannot be assigned to.</summary>
    public static string OfTarget(IOperation target) => target.Kind switch
    {
        OperationKind.FieldReference or OperationKind.PropertyReference => "a formula leaves nothing behind but its value: assign to a local variable",
        OperationKind.ArrayElementReference => Array,
        OperationKind.Discard => Of(target),
        _ => "a formula assigns to its own local variables and parameters only",
    };

    /// <summary>Why values of a type are refused.</summary>
    public static string OfType(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_Decimal } => "no vector holds decimal: write float or double",
        { SpecialType: SpecialType.System_String or SpecialType.System_Char } => Text,
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr } or { TypeKind: TypeKind.Enum } => Integers,
        { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => Null,
        { TypeKind: TypeKind.Array } => Array,
        { TypeKind: TypeKind.Delegate or TypeKind.FunctionPointer } => "a formula has no delegates: " + Method,
        { TypeKind: TypeKind.Dynamic } => "what dynamic is, is known at run time only: write float, double or bool",
        { TypeKind: TypeKind.Pointer } => "a formula has no pointers: use the variable",
        { IsTupleType: true } => Parts,
        { Name: "Half", ContainingNamespace: var space } when SystemTypes.IsSystem(space) => "a formula does not compute with Half: write float",
        { Name: "Span" or "ReadOnlySpan", ContainingNamespace: var space } when SystemTypes.IsSystem(space) => Array,
        { ContainingNamespace: { Name: "Intrinsics" or "Numerics" } } => "a formula is written for one element, from which the kernels over vectors are made: write float or double",
        _ => "values of a formula are float, double or bool: write one of these for each number",
    };

    /// <summary>Why a loop is refused that runs very often.</summary>
    public static string LongLoop(int most) => $"the steps of a loop become one expression, and it runs more than {Model.InvariantText.Number(most)} times";

    private static Func<IOperation, string> Always(string reason) => _ => reason;

    private static bool IsAllocation(IOperation operation) =>
        operation.Syntax.IsKind(SyntaxKind.StackAllocArrayCreationExpression) || operation.Syntax.IsKind(SyntaxKind.ImplicitStackAllocArrayCreationExpression);

    private static string OfStatement(IOperation inner) => inner switch
    {
        IInvocationOperation => "the result of the call is not used, and it has no other effect in a formula: assign it, or leave the call out",
        IConditionalOperation => "write if instead of ?: where there is no value",
        _ => Of(inner),
    };

    private static string OfMember(IMemberReferenceOperation reference) => reference switch
    {
        { Instance: IInstanceReferenceOperation } => Of(reference.Instance),
        { Instance: { } instance } => OfType(instance.Type),
        IFieldReferenceOperation { Field.IsReadOnly: true } => OfType(reference.Type),
        IPropertyReferenceOperation => Property,
        _ => Seen,
    };

    private static string OfUnary(IUnaryOperation operation) => operation switch
    {
        { OperatorMethod: not null } => "operators of other types have no kernel: write a static method, and call that",
        { OperatorKind: UnaryOperatorKind.BitwiseNegation } => Integers,
        { OperatorKind: UnaryOperatorKind.Hat } => Array,
        _ => OfType(operation.Type),
    };

    private static string OfOperator(BinaryOperatorKind kind, IOperation operation) => kind switch
    {
        BinaryOperatorKind.Remainder when FormulaTypes.Of(operation.Type) is not null =>
            "a formula has no remainder: write x - y * MathF.Floor(x / y), which has the sign of y, not of x",
        BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift => Integers,
        _ when operation.Type?.SpecialType == SpecialType.System_Boolean && operation.ChildOperations.First().Type is { } compared => OfType(compared),
        _ => OfType(operation.Type),
    };
}
