namespace RotationLambdas.Support;

/// <summary>A theory that needs a program of the machine, as <see cref="ToolFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolTheoryAttribute : TheoryAttribute
{
    public ToolTheoryAttribute(string program)
    {
        Program = program;
        Skip = Tool.WhyNot(program);
    }

    public string Program { get; }
}
