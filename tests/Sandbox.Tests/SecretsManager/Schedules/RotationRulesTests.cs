using RotationLambdas.Sandbox.SecretsManager.Schedules;

namespace RotationLambdas.Sandbox.Tests.SecretsManager.Schedules;

public sealed class RotationRulesTests
{
    private static readonly DateTimeOffset Friday = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("rate(1 day)", "2026-01-03 00:00", "2026-01-03 23:59:59")]
    [InlineData("rate(10 days)", "2026-01-12 00:00", "2026-01-12 23:59:59")]
    [InlineData("rate(4 hours)", "2026-01-02 07:00", "2026-01-02 08:00")]
    [InlineData("cron(0 8 * * ? *)", "2026-01-02 08:00", "2026-01-02 23:59:59")]
    [InlineData("cron(0 3 * * ? *)", "2026-01-03 03:00", "2026-01-03 23:59:59")]
    [InlineData("cron(0 /8 * * ? *)", "2026-01-02 08:00", "2026-01-02 09:00")]
    [InlineData("cron(0 8 1 * ? *)", "2026-02-01 08:00", "2026-02-01 23:59:59")]
    [InlineData("cron(0 16 L * ? *)", "2026-01-31 16:00", "2026-01-31 23:59:59")]
    [InlineData("cron(0 0 ? * SUN *)", "2026-01-04 00:00", "2026-01-04 23:59:59")]
    [InlineData("cron(0 0 ? * 1 *)", "2026-01-04 00:00", "2026-01-04 23:59:59")]
    [InlineData("cron(0 9 ? * 2#1 *)", "2026-01-05 09:00", "2026-01-05 23:59:59")]
    [InlineData("cron(0 9 ? * 6L *)", "2026-01-30 09:00", "2026-01-30 23:59:59")]
    [InlineData("cron(0 12,18 ? JAN,APR MON-WED *)", "2026-01-05 12:00", "2026-01-05 23:59:59")]
    [InlineData("cron(0 0 29 2 ? *)", "2028-02-29 00:00", "2028-02-29 23:59:59")]
    public void Computes_the_next_window(string expression, string start, string end)
    {
        var rules = new RotationRules(ScheduleExpression: expression);
        rules.Validate();

        rules.WindowAfter(Friday).ShouldBe(new RotationWindow(Utc(start), Utc(end)));
    }

    [Fact]
    public void A_number_of_days_is_a_rate_in_days()
    {
        new RotationRules(AutomaticallyAfterDays: 30).WindowAfter(Friday)!.Value.Start.ShouldBe(Utc("2026-02-01 00:00"));
    }

    [Fact]
    public void A_duration_sets_the_end_of_the_window()
    {
        new RotationRules(ScheduleExpression: "cron(0 8 * * ? *)", Duration: "3h")
            .WindowAfter(Friday)!.Value.End.ShouldBe(Utc("2026-01-02 11:00"));
    }

    [Fact]
    public void Without_a_schedule_there_is_no_window()
    {
        new RotationRules().WindowAfter(Friday).ShouldBeNull();
    }

    [Theory]
    [InlineData("rate(3 hours)")]
    [InlineData("rate(0 days)")]
    [InlineData("rate(1 week)")]
    [InlineData("every day")]
    [InlineData("cron(5 8 * * ? *)")]
    [InlineData("cron(0 8 * * ? 2026)")]
    [InlineData("cron(0 8 * *)")]
    [InlineData("cron(0 25 * * ? *)")]
    [InlineData("cron(0 8 * 13 ? *)")]
    [InlineData("cron(0 8 ? * FRIDAY *)")]
    [InlineData("cron(0 /0 * * ? *)")]
    [InlineData("cron(0 0 30 2 ? *)")]
    public void Refuses_an_expression_that_Secrets_Manager_refuses(string expression)
    {
        Should.Throw<FormatException>(new RotationRules(ScheduleExpression: expression).Validate);
    }

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(1001, null, null)]
    [InlineData(30, "rate(1 day)", null)]
    [InlineData(30, null, "three hours")]
    public void Refuses_rules_that_contradict_or_exceed_limits(int? days, string? expression, string? duration)
    {
        Should.Throw<FormatException>(new RotationRules(days, expression, duration).Validate);
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text + "Z", null);
}
