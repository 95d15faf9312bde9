using Amazon.SecretsManager.Model;

namespace RotationLambdas.EcsRedeployment.Calls;

/// <summary>Whether the rotation of a secret is overdue, by what ListSecrets has about it.</summary>
internal static partial class RotationState
{
    /// <summary>A secret whose tag of this key has the value <c>ignore</c> is never overdue.</summary>
    public const string TagKey = "rotation:overdue";

    private static readonly TimeSpan LongestGrace = TimeSpan.FromDays(1);

    /// <summary>Why the rotation is overdue; null when it is not, or the secret is not rotated.</summary>
    public static string? WhyOverdue(SecretListEntry secret, DateTimeOffset now)
    {
        if ((secret.Tags ?? []).Exists(tag => tag is { Key: TagKey, Value: "ignore" }))
        {
            return null;
        }

        var period = Period(secret.RotationRules);
        var grace = period / 2 is { } half && half < LongestGrace ? half : LongestGrace;
        var past = secret.LastRotatedDate is { } rotated
            ? $"the last one succeeded at {rotated.ToUniversalTime():u}" : "none has succeeded yet";
        if (secret is { RotationEnabled: true, NextRotationDate: { } next })
        {
            // The date is the end of the rotation's window, and stays in the past while the rotation fails. A value that is stored by hand
            // counts as a rotation (Secrets Manager API Reference, "DescribeSecret" and "RotationRulesType").
            return now > Utc(next) + grace ? $"a rotation was due by {next.ToUniversalTime():u}, and {past}"
                : IsLeftPending(secret) && now > Utc(secret.LastChangedDate ?? next) + grace
                    ? $"a rotation began and did not complete (AWSPENDING is on a version of its own), and {past}"
                : null;
        }

        return (secret.LastRotatedDate ?? secret.CreatedDate) is { } last && now > Utc(last) + (1.5 * period)
            ? (secret.RotationEnabled is true ? "" : "rotation is switched off, and ") + past : null;
    }

    /// <summary>The days are calculated after a rotation that succeeded, so an expression counts first. A cron expression alone has no
    /// period.</summary>
    private static TimeSpan? Period(RotationRulesType? rules) =>
        Rate().Match(rules?.ScheduleExpression ?? "") is { Success: true } rate
        && int.TryParse(rate.Groups[1].Value, CultureInfo.InvariantCulture, out var count)
            ? rate.Groups[2].Value == "hour" ? TimeSpan.FromHours(count) : TimeSpan.FromDays(count)
        : rules?.AutomaticallyAfterDays is { } days ? TimeSpan.FromDays(days) : null;

    private static bool IsLeftPending(SecretListEntry secret) =>
        (secret.SecretVersionsToStages ?? [])
            .Values.Any(labels => labels?.Contains("AWSPENDING") is true && !labels.Contains("AWSCURRENT"));

    private static DateTimeOffset Utc(DateTime time) => new(time.ToUniversalTime());

    [GeneratedRegex(@"^rate\((\d+) (hour|day)s?\)$")]
    private static partial Regex Rate();
}
