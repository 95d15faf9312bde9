namespace RotationLambdas.EcsRedeployment.Tests.Planning;

public sealed class ImageNameTests
{
    [Theory]
    [InlineData("web", true)]
    [InlineData("web:latest", true)]
    [InlineData("web:main", true)]
    [InlineData("web2:main", true)]
    [InlineData("registry.example:5000/shop/web", true)]
    [InlineData("registry.example:5000/shop/web:stable", true)]
    [InlineData("web:latest-arm64", true)]
    [InlineData("web:v2-latest", true)]
    [InlineData("web:prod2", true)]
    [InlineData("agent:7", true)]
    [InlineData("node:22", true)]
    [InlineData("nginx:1.25", true)]
    [InlineData("nginx:1.25.3-alpine", false)]
    [InlineData("web:v2.0.1", false)]
    [InlineData("web:1.2.3", false)]
    [InlineData("123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:8f3c2d1", false)]
    [InlineData("web@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    [InlineData("web:latest@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    public void All_but_digests_full_versions_and_commits_can_move(string image, bool mayMove) =>
        ImageName.MayMove(image).ShouldBe(mayMove);
}
