namespace RotationLambdas.Sandbox.Sqs;

internal static class SqsErrors
{
    public static AwsServiceException QueueDoesNotExist() =>
        new("com.amazonaws.sqs#QueueDoesNotExist", "The specified queue does not exist.");

    public static AwsServiceException QueueNameExists() =>
        new("com.amazonaws.sqs#QueueNameExists",
            "A queue already exists with the same name and a different value for attribute VisibilityTimeout");

    public static AwsServiceException InvalidParameterValue(string text) => new("com.amazonaws.sqs#InvalidParameterValueException", text);

    public static AwsServiceException MissingParameter(string name) =>
        new("com.amazonaws.sqs#MissingRequiredParameterException", $"The request must contain the parameter {name}.");
}
