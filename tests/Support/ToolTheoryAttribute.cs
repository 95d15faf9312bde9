namespace RotationLambdas.Support;

/// <summary>A theory that needs a program of the machine, as <see cref="ToolFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolTheoryAttribute(string program) : TheoryAttribute
{
    public string Program => program;

    public override string? Skip { get; set; } = Tool.WhyNot(program);
}
