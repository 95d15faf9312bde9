using Amazon.Lambda.Core;
using RotationLambdas.EcsRedeployment.Outcomes;
using RotationLambdas.EcsRedeployment.Planning;
using RotationLambdas.EcsRedeployment.Rollout;

namespace RotationLambdas.EcsRedeployment;

/// <summary>Every line that the function logs. Names in braces become members of the JSON log; none is ever a secret's value.</summary>
internal sealed class Log(ILambdaLogger logger)
{
    public void NotUnderstood(string? messageId, string problem) => logger.LogError(
        "An event was not understood: {problem} It is kept in the dead-letter queue, if there is a queue. Message {messageId}.", problem, messageId ?? "-");

    public void Ignored(string why) => logger.LogDebug("An event asks for nothing: {why}", why);

    public void ChangeFound(Change change) => logger.LogDebug(
        "The secret {secret} changed, label by label: {labels}.", change.Arn,
        string.Join(", ", change.Labels.Select(label => $"{label.Key} {label.Value.Known:O} (possibly {label.Value.Possible:O})")));

    public void Scanned(int seen, int kept, double seconds) => logger.LogInformation(
        "Of {servicesSeen} services {servicesReferring} refer to a secret in question. The look took {seconds} seconds.", seen, kept, Math.Round(seconds, 1));

    public void Gone(string subject) => logger.LogInformation("{subject} was gone when it was looked at.", subject);

    public void Malformed(string taskDefinition, string problem) => logger.LogWarning(
        "The task definition {taskDefinition} has a reference that Amazon ECS cannot resolve. {problem} Correct it in a new revision.", taskDefinition, problem);

    public void MisnamedInTag(string problem) => logger.LogWarning("{problem} Correct the tag.", problem);

    public void Forbidden(int secrets, string example) => logger.LogInformation(
        "The sweep leaves out {secretsLeftOut} secrets that the role may not look at, such as {secret}. To have them looked at, allow it secretsmanager:DescribeSecret on them.",
        secrets, example);

    public void Note(string note) => logger.LogWarning("{note}", note);

    public void Problem(string problem) => logger.LogError("{problem}", problem);

    public void OutOfTime(int messages) => logger.LogError(
        "The invocation's time ran out, and {messages} messages go back to the queue. Raise the function's timeout, or ECS_READS_PER_SECOND.", messages);

    public void Unforeseen(Exception exception, int messages) => logger.LogError(
        "An error that nobody foresaw ended the work on {messages} messages, and the invocation fails: {error}. All of its messages come again.", messages, exception.ToString());

    /// <summary>The one line that every decision gets. What is as it should be is told at level Debug: a sweep sees thousands of such.</summary>
    public void Decision(ServiceReport report)
    {
        var (plan, result) = (report.Result.Plan, report.Result);
        var level = report.State switch
        {
            ServiceState.Failed or ServiceState.Overdue => LogLevel.Error,
            ServiceState.NeedsAttention => LogLevel.Warning,
            _ when plan.Warnings.Count > 0 || result.Outcome is RolloutOutcome.Later => LogLevel.Warning,
            ServiceState.Fresh or ServiceState.NotConcerned => LogLevel.Debug,
            _ => LogLevel.Information,
        };
        logger.Log(level,
            "{decision} {service} ({cluster}) for {secret}: {reason}, now {state}. {explanation} {message} {ecsSays} {likelyCause} {warnings}",
            plan.Decision, plan.Service.Arn, plan.Service.Cluster, report.Freshness.Change.Arn, plan.Reason, report.State,
            ReasonText.Of(plan.Reason), result.Message ?? "", report.Cause?.Quoted ?? "", report.Cause?.Likely ?? "",
            string.Join(", ", plan.Warnings.Select(warning => $"{warning.Kind}: {warning.Subject}")));
    }

    public void Secret(SecretReport report) => logger.LogInformation(
        "The services of {secret} are {state}: {fresh} fresh, {rolling} rolling, {needAttention} need a hand, {overdue} overdue, {failed} failed.",
        report.Origin.Change.Arn, report.State, report.CountOf(ServiceState.Fresh), report.CountOf(ServiceState.Rolling),
        report.CountOf(ServiceState.NeedsAttention), report.CountOf(ServiceState.Overdue), report.CountOf(ServiceState.Failed));
}
