using Amazon.Runtime;

namespace RotationLambdas.Shared.Tests;

public sealed class AwsErrorsTests
{
    [Theory]
    [InlineData("ThrottlingException", 400, nameof(AwsErrorKind.Throttled))]
    [InlineData("", 429, nameof(AwsErrorKind.Throttled))]
    [InlineData("InternalServiceError", 400, nameof(AwsErrorKind.Transient))]
    [InlineData("", 503, nameof(AwsErrorKind.Transient))]
    [InlineData("AccessDeniedException", 400, nameof(AwsErrorKind.AccessDenied))]
    [InlineData("ResourceNotFoundException", 400, nameof(AwsErrorKind.NotFound))]
    [InlineData("ClusterNotFoundException", 400, nameof(AwsErrorKind.NotFound))]
    [InlineData("InvalidParameterException", 400, nameof(AwsErrorKind.Refused))]
    public void Classifies_refusals(string code, int status, string kind) =>
        AwsErrors.Classify(Refusal(code, status)).ToString().ShouldBe(kind);

    [Fact]
    public void Network_failures_are_transient()
    {
        AwsErrors.IsWorthRetrying(new HttpRequestException("refused")).ShouldBeTrue();
        AwsErrors.IsWorthRetrying(new AmazonClientException("failed", new IOException("dropped"))).ShouldBeTrue();
        AwsErrors.IsWorthRetrying(new TaskCanceledException("time-out", new TimeoutException())).ShouldBeTrue();
    }

    [Fact]
    public void Other_failures_are_not()
    {
        AwsErrors.Classify(new AmazonClientException("no credentials")).ShouldBe(AwsErrorKind.Refused);
        AwsErrors.Classify(new InvalidOperationException()).ShouldBe(AwsErrorKind.Other);
        AwsErrors.IsWorthRetrying(new TaskCanceledException()).ShouldBeFalse();
    }

    private static AmazonServiceException Refusal(string code, int status) =>
        new("refused") { ErrorCode = code, StatusCode = (HttpStatusCode)status };
}
