namespace RotationLambdas.Sandbox.EventBridge;

internal static class RuleView
{
    public static JsonObject Of(EventRule rule)
    {
        var view = new JsonObject
        {
            ["Name"] = rule.Settings.Name,
            ["Arn"] = rule.Arn,
            ["State"] = rule.Settings.Enabled ? "ENABLED" : "DISABLED",
            ["EventBusName"] = rule.Settings.EventBusName,
        };
        if (rule.Pattern is { } pattern)
        {
            view["EventPattern"] = pattern.Text;
        }

        if (rule.Settings.ScheduleExpression is { } schedule)
        {
            view["ScheduleExpression"] = schedule;
        }

        if (rule.Settings.Description is { } description)
        {
            view["Description"] = description;
        }

        return view;
    }
}
