namespace RotationLambdas.Sandbox.Sqs;

/// <summary>Reads a function's answer to a batch (Lambda Developer Guide, "Implementing partial batch responses"): nothing, null, an empty
/// object or an empty list is a success of all; an answer that is not such an object, an id that is empty, null or misnamed is a failure
/// of all.</summary>
internal static class BatchResponse
{
    public static IReadOnlyCollection<QueueMessage> Failed(FunctionReply reply, IReadOnlyList<QueueMessage> batch, bool partial)
    {
        if (!reply.Succeeded || !partial)
        {
            return reply.Succeeded ? [] : batch;
        }

        return reply.Payload switch
        {
            null => [],
            JsonObject answer when answer["batchItemFailures"] is null => [],
            JsonObject answer when answer["batchItemFailures"] is JsonArray failures => Named(failures, batch),
            var other => other.GetValueKind() == JsonValueKind.Null ? [] : batch,
        };
    }

    private static IReadOnlyCollection<QueueMessage> Named(JsonArray failures, IReadOnlyList<QueueMessage> batch)
    {
        var byId = batch.ToDictionary(static message => message.MessageId);
        HashSet<QueueMessage> failed = [];
        foreach (var failure in failures)
        {
            if (failure is not JsonObject item || item["itemIdentifier"]?.GetValueKind() != JsonValueKind.String
                || !byId.TryGetValue(item["itemIdentifier"]!.GetValue<string>(), out var message))
            {
                return batch;
            }

            failed.Add(message);
        }

        return failed;
    }
}
