using Amazon.Lambda.Core;

namespace RotationLambdas.EcsRedeployment;

/// <summary>Every line that the function logs. Names in braces become members of the JSON log; none is ever a secret's value.</summary>
internal sealed class Log(ILambdaLogger logger) : FunctionLog(logger)
{
    public void Received(Delivery delivery)
    {
        if (delivery.Trigger is NotUnderstood strange)
        {
            Write(LogLevel.Error, 1, "An event was not understood: {problem} The queue keeps message {messageId} in its dead-letter queue.",
                strange.Problem, delivery.MessageId ?? "-");
        }
        else if (delivery.Trigger is Ignored ignored)
        {
            Write(LogLevel.Debug, 2, "An event needs no action: {why}", ignored.Why);
        }
    }

    public void ChangeFound(Change change) => Write(
        LogLevel.Debug, 3, "The secret {secret} changed, label by label: {labels}.", change.Arn,
        string.Join(", ", change.Labels.Select(label => $"{label.Key} {label.Value.Known:O} (possibly {label.Value.Possible:O})")));

    public void Scanned(int seen, int kept, double seconds) => Write(
        LogLevel.Information, 4,
        "Of {servicesSeen} services {servicesReferring} refer to a secret in question. The scan took {seconds} seconds.",
        seen, kept, Math.Round(seconds, 1));

    public void Deleted(string subject) => Write(LogLevel.Information, 5, "{subject} was deleted during the scan.", subject);

    public void Malformed(string taskDefinition, string problem) => Write(
        LogLevel.Warning, 6,
        "The task definition {taskDefinition} has a reference that Amazon ECS cannot resolve. {problem} Correct it in a new revision.",
        taskDefinition, problem);

    public void MisnamedInTag(string problem) => Write(LogLevel.Warning, 7, "{problem} Correct the tag.", problem);

    public void Forbidden(int secrets, string example) => Write(
        LogLevel.Information, 8,
        "The sweep leaves out {secretsLeftOut} secrets that the role may not describe, such as {secret}. To include them, allow it "
            + "secretsmanager:DescribeSecret on them.", secrets, example);

    public void Note(string note) => Write(LogLevel.Warning, 9, "{note}", note);

    public void Problem(string problem) => Write(LogLevel.Error, 10, "{problem}", problem);

    public void OutOfTime(int messages) => Write(
        LogLevel.Error, 11,
        "The invocation's time ran out; {messages} messages will be redelivered. Raise the function's timeout, or ECS_READS_PER_SECOND.",
        messages);

    public void Unexpected(Exception exception, int messages) => Write(
        LogLevel.Error, 12, "Unexpected error while processing {messages} messages; they will be redelivered: {error}", messages,
        exception.ToString());

    public void RotationOverdue(string secret, string why) => Write(
        LogLevel.Warning, 15, "The rotation of {secret} is overdue: {why}.", secret, why);

    /// <summary>The one line of every decision. A sweep sees thousands of services that are as they should be: their lines have level
    /// Debug.</summary>
    public void Decision(ServiceReport report)
    {
        var (plan, result) = (report.Result.Plan, report.Result);
        var level = report.State switch
        {
            ServiceState.Failed or ServiceState.Overdue or ServiceState.Halted => LogLevel.Error,
            ServiceState.NeedsAttention => LogLevel.Warning,
            _ when plan.Warnings.Count > 0 || result.Outcome is RolloutOutcome.Later => LogLevel.Warning,
            ServiceState.Fresh or ServiceState.NotConcerned => LogLevel.Debug,
            _ => LogLevel.Information,
        };
        Write(
            level, 13,
            "{decision} {service} ({cluster}) for {secret}: {reason}, now {state}. {explanation} {message} {ecsReason} {likelyCause} "
                + "{warnings}",
            plan.Decision, plan.Service.Arn, plan.Service.Cluster, report.Freshness.Change.Arn, plan.Reason, report.State,
            ReasonText.Of(plan), result.Message, report.Cause?.Quoted, report.Cause?.Likely,
            string.Join(", ", plan.Warnings.Select(warning => $"{warning.Kind}: {warning.Subject}")));
    }

    public void Secret(SecretReport report) => Write(
        report.State is SecretState.Halted or SecretState.Failed ? LogLevel.Error : LogLevel.Information, 14,
        "The secret {secret} is {state}: of its services {fresh} are fresh, {rolling} are rolling, {needAttention} need a person, "
            + "{overdue} are overdue, {failed} have failed.",
        report.Origin.Change.Arn, report.State, report.CountOf(ServiceState.Fresh), report.CountOf(ServiceState.Rolling),
        report.CountOf(ServiceState.NeedsAttention), report.CountOf(ServiceState.Overdue), report.CountOf(ServiceState.Failed));
}
