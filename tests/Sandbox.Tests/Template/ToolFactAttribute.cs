namespace RotationLambdas.Sandbox.Tests.Template;

/// <summary>A test that needs a program on the path.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(string program) => (Program, Skip) = (program, Tool.Missing(program));

    public string Program { get; }
}
