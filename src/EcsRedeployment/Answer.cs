using System.Text;
using RotationLambdas.EcsRedeployment.Errors;
using RotationLambdas.EcsRedeployment.Outcomes;
using RotationLambdas.EcsRedeployment.Triggers;

namespace RotationLambdas.EcsRedeployment;

/// <summary>What the function answers to whoever invoked it.</summary>
internal static class Answer
{
    /// <summary>An answer holds 6 MB.</summary>
    private const int MostServices = 1000;

    /// <summary>
    /// For a batch the ids of the messages that must come again (AWS Lambda Developer Guide, "Reporting batch item failures"), for anything
    /// else the report.
    /// </summary>
    public static Stream To(IReadOnlyList<Delivery> deliveries, IReadOnlySet<Delivery> again, IReadOnlyList<ReconciliationResult> parts, DateTimeOffset now)
    {
        if (deliveries is not [{ MessageId: null } only])
        {
            return StreamOf(ReportJson.Text(json =>
            {
                json.WriteStartArray("batchItemFailures");
                foreach (var delivery in again.DistinctBy(delivery => delivery.MessageId))
                {
                    json.WriteStartObject();
                    json.WriteString("itemIdentifier", delivery.MessageId);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }));
        }

        return only.Trigger switch
        {
            NotUnderstood strange => throw new EventMalformedException(strange.Problem, TriggerReader.Remedy),
            not ManualRequest when again.Count > 0 => throw new WorkRemainsException(
                parts.SelectMany(part => part.Problems).FirstOrDefault() ?? "Not every service could be dealt with."),
            _ => StreamOf(Report(parts, now)),
        };
    }

    private static string Report(IReadOnlyList<ReconciliationResult> parts, DateTimeOffset now) => ReportJson.Text(json =>
    {
        json.WriteNumber("servicesScanned", parts.Sum(part => part.ServicesSeen));
        json.WriteStartArray("secrets");
        foreach (var secret in parts.SelectMany(part => part.Reports))
        {
            json.WriteStartObject();
            ReportJson.WriteSecret(json, secret, now, MostServices);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("problems");
        foreach (var problem in parts.SelectMany(part => part.Problems))
        {
            json.WriteStringValue(problem);
        }

        json.WriteEndArray();
    });

    private static MemoryStream StreamOf(string text) => new(Encoding.UTF8.GetBytes(text));
}
