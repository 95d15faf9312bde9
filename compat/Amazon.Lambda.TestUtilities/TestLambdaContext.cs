using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

public class TestLambdaContext : ILambdaContext
{
    public string AwsRequestId { get; set; }

    public ILambdaLogger Logger { get; set; } = new TestLambdaLogger();

    public TimeSpan RemainingTime { get; set; }
}
