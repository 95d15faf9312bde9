namespace RotationLambdas.EndToEnd.Tests.Databases;

public sealed class TestDatabasesTests
{
    [Fact]
    public void In_CI_the_container_images_of_two_versions_are_there()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            TestDatabases.ContainerVersions.ShouldContain("15");
            TestDatabases.ContainerVersions.ShouldContain("17");
        }
    }
}
