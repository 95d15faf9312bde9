namespace RotationLambdas.EndToEnd.Tests.Fixtures;

/// <summary>A fact that needs a program of the machine. Mark its class with <c>[Trait("Needs", "program")]</c> too, so that it can be left out by name.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(string program)
    {
        Program = program;
        Skip = Tool.WhyNot(program);
    }

    public string Program { get; }
}
