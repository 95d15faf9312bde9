namespace RotationLambdas.Sandbox.Iam;

/// <summary>What the Lambda service itself does with a function's role: attaching to the VPC, writing logs and traces, reading the
/// function's queue (AWS Lambda Developer Guide: "Giving Lambda functions access to resources in an Amazon VPC", "Sending Lambda function
/// logs to CloudWatch Logs", "Using Lambda with Amazon SQS").</summary>
internal static class LambdaRoleUse
{
    private static readonly string[] NetworkReads = ["DescribeSubnets", "DescribeNetworkInterfaces"];

    private static readonly string[] NetworkChanges =
        ["CreateNetworkInterface", "AssignPrivateIpAddresses", "UnassignPrivateIpAddresses", "DeleteNetworkInterface"];

    public static IEnumerable<IamRequest> WhenCreated(Stack stack, FunctionResource function)
    {
        var networkInterface = $"arn:aws:ec2:{stack.Settings.Region}:{stack.Settings.AccountId}:network-interface/eni-0123456789abcdef0";
        return !function.InVpc ? []
            : NetworkReads.Select(static action => new IamRequest($"ec2:{action}", "*"))
                .Concat(NetworkChanges.Select(action => new IamRequest($"ec2:{action}", networkInterface)));
    }

    public static IEnumerable<IamRequest> WhenInvoked(FunctionResource function)
    {
        var stream = function.LogGroupArn[..^1] + "log-stream:2026/01/01/[$LATEST]0123456789abcdef0123456789abcdef";
        yield return new IamRequest("logs:CreateLogStream", stream);
        yield return new IamRequest("logs:PutLogEvents", stream);
        if (function.Traced)
        {
            yield return new IamRequest("xray:PutTraceSegments", "*");
            yield return new IamRequest("xray:PutTelemetryRecords", "*");
        }
    }

    public static IEnumerable<IamRequest> WhenPolled(Stack stack, QueueResource queue)
    {
        foreach (var action in new[] { "ReceiveMessage", "DeleteMessage", "GetQueueAttributes" })
        {
            yield return new IamRequest($"sqs:{action}", queue.Arn);
        }

        if (queue.Settings.KmsMasterKeyId is { } key)
        {
            yield return new IamRequest("kms:Decrypt", key).With("kms:ViaService", $"sqs.{stack.Settings.Region}.amazonaws.com");
        }
    }
}
