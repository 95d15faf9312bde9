namespace RotationLambdas.Compat.Tests.OfficialSurface;

/// <summary>The sources compile against the official packages' signatures, so that a wrong call fails here and not at a user's.</summary>
public sealed class OfficialCompileTests(OfficialCompilation official) : IClassFixture<OfficialCompilation>
{
    [Theory]
    [MemberData(nameof(OfficialCompilation.Projects), MemberType = typeof(OfficialCompilation))]
    public async Task A_project_compiles_against_the_official_packages(string project) =>
        (await official.CompileProjectAsync(project)).ShouldBeEmpty();

    [Theory]
    [InlineData("new Amazon.ECS.Model.Tag { Key = \"k\" }.ToString()", null)]
    [InlineData("new Amazon.ECS.Model.Tag { Missing = \"k\" }.ToString()", "CS0117")]
    [InlineData("new Amazon.ECS.Model.Service { DesiredCount = \"2\" }.ToString()", "CS0029")]
    [InlineData("new Amazon.CodeDeploy.AmazonCodeDeployClient(new Amazon.ECS.AmazonECSConfig()).ToString()", "CS1503")]
    public async Task A_member_or_type_that_a_package_lacks_is_an_error(string expression, string? error)
    {
        var errors = await official.CompileAsync($"class Sample {{ string Value() => {expression}; }}", "Sample");

        errors.Count.ShouldBe(error is null ? 0 : 1);
        string.Join('\n', errors).ShouldContain(error ?? "");
    }
}
