using System.Reflection;

namespace RotationLambdas.Compat.Tests.OfficialSurface;

/// <summary>The sources compile against the official packages' signatures, so that a wrong call fails here and not at a user's; and the
/// stand-ins offer nothing beyond them.</summary>
public sealed class SurfaceTests(OfficialCompilation official) : IClassFixture<OfficialCompilation>
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

    [Theory]
    [MemberData(nameof(OfficialCompilation.StandIns), MemberType = typeof(OfficialCompilation))]
    public void A_stand_in_offers_nothing_that_the_official_package_lacks(string project)
    {
        var package = Path.GetFileNameWithoutExtension(project);
        var offered = PublicSurface.Of(Assembly.Load(package).GetTypes()).ToList();

        offered.ShouldNotBeEmpty();
        offered.Except(official.Surface(package)).ShouldBeEmpty();
    }

    [Fact]
    public void A_surface_has_every_visible_member_and_no_other()
    {
        var type = typeof(Sample).FullName!;

        PublicSurface.Of([typeof(Sample), typeof(PublicSurface)]).ShouldBe(
            new[]
            {
                "Void .ctor(Int32)", "static System.String Constant = c", $"static {type} Empty", "System.String get_Name()",
                "Int32 ToInt32()", $"static Int32 op_Explicit({type})", $"static {type} Make[T](System.Collections.Generic.List`1[T])",
                "protected Void Change(System.String)",
            }.Select(member => $"{type} :: {member}").Prepend(type),
            ignoreOrder: true);
    }
}
