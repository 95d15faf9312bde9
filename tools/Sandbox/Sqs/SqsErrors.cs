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

    public static AwsServiceException InvalidAttributeName(string name) =>
        new("com.amazonaws.sqs#InvalidAttributeName", $"Unknown Attribute {name}.");

    public static AwsServiceException InvalidAttributeValue(string name) =>
        new("com.amazonaws.sqs#InvalidAttributeValue", $"Invalid value for the parameter {name}.");

    public static AwsServiceException ReceiptHandleIsInvalid(string handle) =>
        new("com.amazonaws.sqs#ReceiptHandleIsInvalid", $"The input receipt handle \"{handle}\" is not a valid receipt handle.");

    public static AwsServiceException MessageNotInflight(string handle) => new("com.amazonaws.sqs#InvalidParameterValueException",
        $"Value {handle} for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for visibility "
            + "timeout change.");
}
