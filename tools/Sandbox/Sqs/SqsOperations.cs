namespace RotationLambdas.Sandbox.Sqs;

/// <summary>SQS's operations over AWS JSON 1.0 (SQS API Reference, "Actions").</summary>
internal sealed class SqsOperations(SqsService service, TimeProvider clock)
{
    public async Task<JsonNode> CallAsync(AwsCall call) => call.Operation switch
    {
        "CreateQueue" => new JsonObject { ["QueueUrl"] = service.CreateQueue(Text(call.Input, "QueueName")).Url },
        "GetQueueAttributes" => GetQueueAttributes(call.Input),
        "SendMessage" => SendMessage(call),
        "ReceiveMessage" => await ReceiveMessageAsync(call),
        "ChangeMessageVisibilityBatch" => ChangeMessageVisibilityBatch(call.Input),
        "PurgeQueue" => PurgeQueue(call.Input),
        _ => throw new AwsServiceException("UnknownOperationException", $"The sandbox's SQS has no operation {call.Operation}."),
    };

    internal static AwsServiceException Error(string code, string text) => new("com.amazonaws.sqs#" + code, text);

    private MessageQueue Required(JsonObject input) => service.Find(Text(input, "QueueUrl"))
        ?? throw Error("QueueDoesNotExist", "The specified queue does not exist.");

    private static string Text(JsonObject input, string member) => input.Text(member)
        ?? throw Error("MissingRequiredParameterException", $"The request must contain the parameter {member}.");

    private JsonObject GetQueueAttributes(JsonObject input) =>
        new() { ["Attributes"] = Chosen(QueueAttributes.Of(Required(input)), input.Texts("AttributeNames")) };

    private JsonObject SendMessage(AwsCall call)
    {
        var queue = Required(call.Input);
        var body = Text(call.Input, "MessageBody");
        if (Encoding.UTF8.GetByteCount(body) > QueueAttributes.MaximumMessageSize)
        {
            throw Error(
                "InvalidParameterValueException",
                $"One or more parameters are invalid. Reason: Message must be shorter than {QueueAttributes.MaximumMessageSize} bytes.");
        }

        var delay = call.Input.Number("DelaySeconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        var message = queue.Send(body, call.Input.Object("MessageAttributes")?.DeepClone().AsObject(), delay, call.Caller.AccessKeyId);
        return new JsonObject { ["MessageId"] = message.MessageId, ["MD5OfMessageBody"] = SqsEvent.Md5(body) };
    }

    private async Task<JsonNode> ReceiveMessageAsync(AwsCall call)
    {
        var queue = Required(call.Input);
        var maximum = call.Input.Number("MaxNumberOfMessages") ?? 1;
        if (maximum is < 1 or > 10)
        {
            throw Error(
                "InvalidParameterValueException",
                $"Value {maximum} for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.");
        }

        var visibility = call.Input.Number("VisibilityTimeout") is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        var wait = call.Input.Number("WaitTimeSeconds") is { } longest ? TimeSpan.FromSeconds(longest) : TimeSpan.Zero;
        var messages = await LongPoll.ReceiveAsync(queue, maximum, visibility, wait, clock, call.CancellationToken);
        // Without a message SQS leaves the member out.
        return messages.Count == 0
            ? new JsonObject()
            : new JsonObject { ["Messages"] = new JsonArray([.. messages.Select(message => Received(message, call.Input))]) };
    }

    private static JsonObject Received(QueueMessage message, JsonObject input)
    {
        var chosen = Chosen(
            SqsEvent.SystemAttributes(message), [.. input.Texts("MessageSystemAttributeNames"), .. input.Texts("AttributeNames")]);
        return new JsonObject
        {
            ["MessageId"] = message.MessageId,
            ["ReceiptHandle"] = message.ReceiptHandle,
            ["MD5OfBody"] = SqsEvent.Md5(message.Body),
            ["Body"] = message.Body,
            ["Attributes"] = chosen.Count > 0 ? chosen : null,
            ["MessageAttributes"] = input.Texts("MessageAttributeNames").Count > 0 ? message.Attributes?.DeepClone() : null,
        }.WithoutNulls();
    }

    private static JsonObject Chosen(JsonObject attributes, IReadOnlyList<string> names) =>
        new JsonObject().With(attributes.Where(attribute => names.Contains("All") || names.Contains(attribute.Key)));

    private JsonObject ChangeMessageVisibilityBatch(JsonObject input)
    {
        var queue = Required(input);
        var (successful, failed) = (new JsonArray(), new JsonArray());
        foreach (var entry in (input["Entries"]?.AsArray() ?? []).Select(entry => entry!.AsObject()))
        {
            if (queue.ChangeVisibility(Text(entry, "ReceiptHandle"), TimeSpan.FromSeconds(entry.Number("VisibilityTimeout") ?? 0)))
            {
                successful.Add((JsonNode)new JsonObject { ["Id"] = entry.Text("Id") });
            }
            else
            {
                failed.Add((JsonNode)new JsonObject { ["Id"] = entry.Text("Id"), ["SenderFault"] = true, ["Code"] = "MessageNotInflight" });
            }
        }

        return new JsonObject { ["Successful"] = successful, ["Failed"] = failed };
    }

    private JsonObject PurgeQueue(JsonObject input)
    {
        Required(input).Purge();
        return [];
    }
}
