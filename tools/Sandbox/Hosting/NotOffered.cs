using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.Hosting;

/// <summary>Answers calls of services and operations that the sandbox lacks, in the caller's own protocol, so that its client shows why.</summary>
internal static class NotOffered
{
    public static string Sentence(string call) =>
        $"The sandbox does not offer {call}. It offers Secrets Manager, ECS, EventBridge, SQS and Lambda's Invoke.";

    public static void Map(WebApplication web) => web.MapFallback((RequestDelegate)AnswerRestAsync);

    public static bool IsQuery(HttpRequest request) => request.HasFormContentType;

    /// <summary>Smithy, "AWS Query protocol": CloudFormation, IAM, RDS.</summary>
    public static async Task AnswerQueryAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var sentence = WebUtility.HtmlEncode(Sentence($"{form["Action"]} (version {form["Version"]})"));
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/xml";
        await context.Response.WriteAsync(
            $"<ErrorResponse><Error><Type>Sender</Type><Code>InvalidAction</Code><Message>{sentence}</Message></Error>"
            + $"<RequestId>{Guid.NewGuid()}</RequestId></ErrorResponse>",
            context.RequestAborted);
    }

    /// <summary>Smithy, "AWS restJson1 protocol": Lambda and others that have a path for each operation.</summary>
    private static Task AnswerRestAsync(HttpContext context) => AwsJsonResponse.WriteAsync(
        context, new AwsServiceException("UnknownOperationException", Sentence($"{context.Request.Method} {context.Request.Path}")));
}
