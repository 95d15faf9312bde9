namespace RotationLambdas.Support;

/// <summary>A fact that needs a program of the machine, and is reported as skipped without one. In CI (<c>CI=true</c>) nothing is skipped:
/// there it fails, unless the run leaves it out by name, for which it carries <c>[Trait("Needs", "program")]</c> as well, on itself or its
/// class.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolFactAttribute(string program) : FactAttribute
{
    public string Program => program;

    public override string? Skip { get; set; } = Tool.WhyNot(program);
}
