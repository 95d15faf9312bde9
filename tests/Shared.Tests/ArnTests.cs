namespace RotationLambdas.Shared.Tests;

public sealed class ArnTests
{
    private const string Text = "arn:aws:ssm:eu-west-1:123456789012:parameter/db:3";

    [Fact]
    public void Keeps_the_colons_of_the_resource()
    {
        Arn.TryParse(Text, out var arn).ShouldBeTrue();

        arn.ShouldBe(new Arn(new Location("aws", "eu-west-1", "123456789012"), "ssm", "parameter/db:3"));
        arn.ToString().ShouldBe(Text);
    }

    [Fact]
    public void An_ARN_may_lack_Region_and_account()
    {
        Arn.TryParse("arn:aws:s3:::bucket", out var arn).ShouldBeTrue();

        arn.ShouldBe(new Arn(new Location("aws", "", ""), "s3", "bucket"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("db")]
    [InlineData("urn:aws:ssm:eu-west-1:123456789012:parameter/db")]
    [InlineData("ARN:aws:ssm:eu-west-1:123456789012:parameter/db")]
    [InlineData("arn::ssm:eu-west-1:123456789012:parameter/db")]
    [InlineData("arn:aws::eu-west-1:123456789012:parameter/db")]
    [InlineData("arn:aws:ssm:eu-west-1:123456789012:")]
    [InlineData("arn:aws:ssm:eu-west-1:123456789012")]
    public void Rejects_a_text_without_all_parts(string? text)
    {
        Arn.TryParse(text, out var arn).ShouldBeFalse();

        arn.ShouldBeNull();
    }

    [Fact]
    public void A_replica_differs_by_its_Region_only()
    {
        Arn.TryParse(Text, out var arn).ShouldBeTrue();

        arn.InRegion("us-east-1").ToString().ShouldBe("arn:aws:ssm:us-east-1:123456789012:parameter/db:3");
    }
}
