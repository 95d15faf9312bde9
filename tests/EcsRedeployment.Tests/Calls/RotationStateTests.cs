using Amazon.SecretsManager.Model;

namespace RotationLambdas.EcsRedeployment.Tests.Calls;

public class RotationStateTests
{
    private static readonly DateTime Now = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    // Hours from now. "on" and "off" say whether rotation is switched on; "left" that AWSPENDING is on a version of its own.
    [Theory]
    [InlineData("on", "rate(4 hours)", -1.9, -6.0, "", null)]
    [InlineData("on", "rate(4 hours)", -2.1, -6.0, "", "a rotation was due by")]
    [InlineData("on", "rate(30 days)", -23.0, -800.0, "", null)]
    [InlineData("on", "rate(30 days)", -25.0, -800.0, "", "the last one succeeded at")]
    [InlineData("on", "cron(0 3 ? * 1#2 *)", 100.0, -2000.0, "", null)]
    [InlineData("on", "cron(0 3 ? * 1#2 *)", -25.0, -2000.0, "", "a rotation was due by")]
    [InlineData("on", "rate(30 days)", -25.0, null, "", "none has succeeded yet")]
    [InlineData("on", "rate(30 days)", 700.0, null, "", null)]
    [InlineData("on", "rate(30 days)", 700.0, null, "left", "began and did not complete")]
    [InlineData("on", "rate(30 days)", 700.0, -1100.0, "", null)] // A value that was stored by hand moved the date.
    [InlineData("off", "rate(4 hours)", null, -5.0, "", null)]
    [InlineData("off", "rate(4 hours)", null, -7.0, "", "rotation is switched off")]
    [InlineData("off", "30", null, -1100.0, "", "rotation is switched off")]
    [InlineData("off", "30", null, -1000.0, "", null)]
    [InlineData("off", "30", null, null, "", "none has succeeded yet")]
    [InlineData("off", "", null, null, "", null)]
    [InlineData("on", "30", null, -1100.0, "", "the last one succeeded at")]
    [InlineData("on", "rate(30 days)", -25.0, null, "ignore", null)]
    public void A_rotation_is_overdue_when_a_window_passed_without_success(
        string state, string rules, double? next, double? last, string extra, string? why)
    {
        var secret = new SecretListEntry
        {
            CreatedDate = Now.AddYears(-1),
            LastChangedDate = Now.AddDays(-2),
            RotationEnabled = state == "on",
            RotationRules = rules switch
            {
                "" => null,
                "30" => new() { AutomaticallyAfterDays = 30 },
                _ => new() { ScheduleExpression = rules },
            },
            NextRotationDate = next is { } due ? Now.AddHours(due) : null,
            LastRotatedDate = last is { } rotated ? Now.AddHours(rotated) : null,
            SecretVersionsToStages = new() { ["1"] = ["AWSCURRENT"], ["2"] = extra == "left" ? ["AWSPENDING"] : [] },
            Tags = [new() { Key = RotationState.TagKey, Value = extra }],
        };

        var found = RotationState.WhyOverdue(secret, Now);

        (found is null).ShouldBe(why is null, found);
        (found ?? "").ShouldContain(why ?? "");
    }
}
