using System.Reflection;

namespace RotationLambdas.Compat.Tests.OfficialSurface;

public class SurfaceTests
{
    private static readonly string[] Prefixes = ["Amazon.", "AWSSDK."];

    [Theory]
    [InlineData("Amazon.Lambda.Core")]
    [InlineData("Amazon.Lambda.RuntimeSupport")]
    [InlineData("Amazon.Lambda.Serialization.SystemTextJson")]
    [InlineData("Amazon.Lambda.TestUtilities")]
    [InlineData("AWSSDK.CodeDeploy")]
    [InlineData("AWSSDK.ECS")]
    [InlineData("AWSSDK.EventBridge")]
    [InlineData("AWSSDK.RDS")]
    [InlineData("AWSSDK.SecretsManager")]
    public void A_stand_in_offers_nothing_that_the_official_package_lacks(string package)
    {
        var offered = PublicSurface.Of(Assembly.Load(package).GetTypes()).ToList();

        offered.ShouldNotBeEmpty();
        offered.Except(Listing(package)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_stand_in_has_a_listing()
    {
        var listed = Directory.GetFiles(Folder, "*.txt").Select(Path.GetFileNameWithoutExtension);

        Assembly.GetExecutingAssembly().GetReferencedAssemblies().Select(assembly => assembly.Name)
            .Where(name => Prefixes.Any(name!.StartsWith) && name != "AWSSDK.Core")
            .ShouldBeSubsetOf(listed);
    }

    [Fact]
    public void An_extra_type_is_noticed() =>
        PublicSurface.Of([typeof(Sample)]).Except(PublicSurface.Read(["# nothing"])).ShouldContain(typeof(Sample).FullName!);

    [Theory]
    [InlineData(".ctor(int)")]
    [InlineData("string Name { get; set; }")]
    [InlineData("static Sample Make<T>(List<T>, int?)")]
    [InlineData("protected void Change((string, byte[]))")]
    [InlineData("static readonly Sample Empty")]
    [InlineData("const string Constant")]
    [InlineData("static implicit Sample(string)")]
    [InlineData("event EventHandler Changed")]
    public void An_extra_member_is_noticed(string member)
    {
        var type = typeof(Sample).FullName!;
        string[] all =
        [
            ".ctor(int)", "string Name { get; set; }", "static Sample Make<T>(List<T>, int?)", "protected void Change((string, byte[]))",
            "static Sample FromString(string)", "static readonly Sample Empty", "const string Constant", "static implicit Sample(string)",
            "event EventHandler Changed",
        ];
        var listing = all.Where(other => other != member).Select(other => "    " + other).Prepend(type);

        PublicSurface.Of([typeof(Sample)]).Except(PublicSurface.Read(listing)).ShouldBe([$"{type} :: {member}"]);
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "OfficialSurface");

    private static HashSet<string> Listing(string package) => PublicSurface.Read(File.ReadLines(Path.Combine(Folder, package + ".txt")));
}
