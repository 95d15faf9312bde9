namespace RotationLambdas.Sandbox.Tests.Template;

/// <summary>cfn-lint on the templates, and other tools on the rest, where they are on this machine.</summary>
public class LintTests
{
    [Trait("Needs", "cfn-lint")]
    [ToolFact("cfn-lint")]
    public async Task The_templates_are_clean() =>
        (await RunAsync(
            "cfn-lint",
            [Repository.PathOf("template.yaml"), .. Directory.GetFiles(Repository.PathOf("deploy"), "*.yaml"),
                .. Directory.GetFiles(Repository.PathOf("examples"), "*.yaml")])).ShouldBe((0, ""));

    [Fact]
    public void No_rule_of_cfn_lint_is_switched_off() =>
        File.ReadAllText(Repository.PathOf("template.yaml")).ShouldNotContain("cfn-lint:");

    [Trait("Needs", "cfn-lint")]
    [ToolFact("cfn-lint")]
    public async Task The_Terraform_module_has_the_arguments_of_its_provider_and_our_statements() =>
        (await RunAsync("python3", Repository.PathOf("deploy", "check_terraform.py"))).ShouldBe((0, ""));

    [Trait("Needs", "terraform")]
    [ToolFact("terraform")]
    public async Task Terraform_files_are_formatted()
    {
        foreach (var folder in new[] { "examples", "deploy" })
        {
            (await RunAsync("terraform", $"-chdir={Repository.PathOf(folder, "terraform")}", "fmt", "-check", "-diff")).Code.ShouldBe(0);
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments)
    {
        var command = await Command.RunAsync(program, arguments, ("AWS_DEFAULT_REGION", "eu-west-1"));
        return (command.Code, command.Output.Trim());
    }
}
