using RotationLambdas.EcsRedeployment.Planning;

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
    [InlineData("web:1.2.3", false)]
    [InlineData("123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:8f3c2d1", false)]
    [InlineData("web@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    [InlineData("web:latest@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    public void A_tag_without_a_digit_is_taken_for_one_that_moves(string image, bool mayMove) => ImageName.MayMove(image).ShouldBe(mayMove);
}
