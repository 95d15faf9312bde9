using RotationLambdas.Sandbox.Sqs;

namespace RotationLambdas.Sandbox.Template;

/// <summary>A queue that Lambda reads for a function: an <c>SQS</c> event of the function.</summary>
/// <param name="Function">The function's logical id.</param>
public sealed record EventSourceMappingResource(string Function, EventSourceMappingSettings Settings);
