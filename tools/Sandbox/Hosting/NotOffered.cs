namespace RotationLambdas.Sandbox.Hosting;

/// <summary>Answers calls of services and operations that the sandbox lacks, in the caller's own protocol, so that its client shows
/// why.</summary>
internal static class NotOffered
{
    public static string Sentence(string call) =>
        $"The sandbox does not offer {call}. It offers Secrets Manager, ECS, EventBridge, SQS, two calls of RDS and Lambda's Invoke.";

    public static void Map(WebApplication web) => web.MapFallback((RequestDelegate)AnswerRestAsync);

    /// <summary>Smithy, "AWS restJson1 protocol": Lambda and others that have a path for each operation.</summary>
    private static Task AnswerRestAsync(HttpContext context) => AwsJsonResponse.WriteAsync(
        context, new AwsServiceException("UnknownOperationException", Sentence($"{context.Request.Method} {context.Request.Path}")));
}
