using System.Xml.Linq;

namespace RotationLambdas.Deployment.Tests.Build;

/// <summary>Amazon.Lambda.Tools, which `sam build` runs, reads a function's csproj as XML: it evaluates no condition and no
/// import.</summary>
public class FunctionProjectTests
{
    [Theory]
    [InlineData("PostgresRotation", "OutputType", "Exe")]
    [InlineData("PostgresRotation", "AssemblyName", "bootstrap")]
    [InlineData("PostgresRotation", "PublishAot", "true")]
    [InlineData("EcsRedeployment", "OutputType", "Exe")]
    [InlineData("EcsRedeployment", "AssemblyName", "bootstrap")]
    [InlineData("EcsRedeployment", "PublishAot", "true")]
    public void States_what_sam_build_reads_literally(string function, string property, string value)
    {
        var element = XDocument.Load(Repository.PathOf("src", function, $"{function}.csproj")).Descendants(property).ShouldHaveSingleItem();

        element.Value.ShouldBe(value);
        element.AncestorsAndSelf().Attributes("Condition").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("PostgresRotation")]
    [InlineData("EcsRedeployment")]
    public void Refuses_to_publish_stand_ins_outside_of_dev(string function) =>
        CheckPackage(function, "-p:AwsPackages=compat").ShouldContain("stand-ins in compat/ are not for AWS");

    [Theory]
    [InlineData("PostgresRotation")]
    [InlineData("EcsRedeployment")]
    public void Refuses_native_code_for_another_processor(string function) =>
        CheckPackage(function, "-p:AwsPackages=official", "-p:RuntimeIdentifier=linux-riscv64")
            .ShouldContain("cannot make native code for linux-riscv64");

    [Fact]
    public void The_solution_has_no_project_of_compat() =>
        File.ReadAllText(Repository.PathOf("RotationLambdas.sln")).ShouldNotContain("compat", Case.Insensitive);

    [Fact]
    public void The_solution_has_every_other_project()
    {
        var solution = File.ReadAllText(Repository.PathOf("RotationLambdas.sln"));
        var projects = new[] { "src", "tools", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('/', '\\'))
            .Where(file => !file.Contains("Compat.Tests"));

        projects.ShouldAllBe(project => solution.Contains($"\"{project}\""));
    }

    private static string CheckPackage(string function, params string[] properties) =>
        Command.Run(
            "dotnet", ["msbuild", Repository.PathOf("src", function), "-nologo", "-t:CheckPackage", "-p:_IsPublishing=true", .. properties])
            .Failed();
}
