namespace RotationLambdas.Sandbox.Tests.Timing;

public sealed class AwsScheduleTests
{
    [Theory]
    [InlineData("rate(1 minute)", "2026-03-01T12:00:30Z", "2026-03-01T12:01:30Z")]
    [InlineData("rate(6 hours)", "2026-03-01T12:00:00Z", "2026-03-01T18:00:00Z")]
    [InlineData("rate(1 day)", "2026-03-01T12:00:00Z", "2026-03-02T12:00:00Z")]
    [InlineData("cron(0 3 * * ? *)", "2026-03-01T12:00:00Z", "2026-03-02T03:00:00Z")]
    [InlineData("cron(0/15 * * * ? *)", "2026-03-01T12:07:00Z", "2026-03-01T12:15:00Z")]
    [InlineData("cron(15 10 * * ? *)", "2026-03-01T10:14:59Z", "2026-03-01T10:15:00Z")]
    [InlineData("cron(15 10 * * ? *)", "2026-03-01T10:15:00Z", "2026-03-02T10:15:00Z")]
    [InlineData("cron(0 18 ? * MON-FRI *)", "2026-02-27T18:00:00Z", "2026-03-02T18:00:00Z")]
    [InlineData("cron(0 8 1 * ? *)", "2026-03-01T08:00:00Z", "2026-04-01T08:00:00Z")]
    [InlineData("cron(0 0 29 FEB ? *)", "2026-03-01T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("cron(5,35 14 ? * 1 *)", "2026-03-01T14:05:00Z", "2026-03-01T14:35:00Z")]
    [InlineData("cron(0 16 L * ? *)", "2026-03-01T00:00:00Z", "2026-03-31T16:00:00Z")]
    [InlineData("cron(0 9 ? * 2#1 *)", "2026-03-03T00:00:00Z", "2026-04-06T09:00:00Z")]
    public void Computes_the_next_time_in_UTC(string expression, string after, string next) =>
        AwsSchedule.Parse(expression).Next(Time(after)).ShouldBe(Time(next));

    [Theory]
    [InlineData("rate(1 minutes)")]
    [InlineData("rate(5 minute)")]
    [InlineData("rate(0 minutes)")]
    [InlineData("rate(5 weeks)")]
    [InlineData("rate(5minutes)")]
    [InlineData("cron(0 3 * * * *)")]
    [InlineData("cron(0 3 ? * ? *)")]
    [InlineData("cron(0 3 * * ?)")]
    [InlineData("cron(0 3 * * ? 2028)")]
    [InlineData("cron(60 3 * * ? *)")]
    [InlineData("cron(0 3 ? * 8 *)")]
    [InlineData("cron(0 3 ? * 0 *)")]
    [InlineData("every day")]
    public void Refuses_what_EventBridge_refuses(string expression) =>
        Should.Throw<FormatException>(() => AwsSchedule.Parse(expression))
            .Message.ShouldBe("Parameter ScheduleExpression is not valid.");

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
