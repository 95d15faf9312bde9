namespace RotationLambdas.EcsRedeployment;

internal static class Answer
{
    /// <summary>An answer holds 6 MB.</summary>
    private const int MostServices = 1000;

    /// <summary>For a batch the ids of the messages that must be redelivered, for anything else the report.</summary>
    public static Stream To(
        IReadOnlyList<Delivery> deliveries, IReadOnlySet<Delivery> retry, IReadOnlyList<ReconciliationResult> parts, DateTimeOffset now)
    {
        if (deliveries is not [{ MessageId: null } only])
        {
            return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(
                new BatchAnswer([.. retry.Select(delivery => delivery.MessageId).Distinct().Select(id => new BatchItemFailure(id))]),
                ReportJson.Default.BatchAnswer));
        }

        return only.Trigger switch
        {
            NotUnderstood strange => throw new EventMalformedException(strange.Problem, TriggerReader.Remedy),
            not ManualRequest when retry.Count > 0 => throw new WorkRemainsException(
                parts.SelectMany(part => part.Problems).FirstOrDefault() ?? "Services are left that wait."),
            _ => new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(Report(parts, now), ReportJson.Default.ReportAnswer)),
        };
    }

    private static ReportAnswer Report(IReadOnlyList<ReconciliationResult> parts, DateTimeOffset now) => new(
        parts.Sum(part => part.ServicesSeen),
        [.. parts.SelectMany(part => part.Reports).Select(report => ReportJson.Of(report, now, MostServices))],
        [.. parts.SelectMany(part => part.Problems)]);
}
