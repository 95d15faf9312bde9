namespace RotationLambdas.Sandbox.Iam;

internal sealed class EcsActions(SandboxOptions account)
{
    public IEnumerable<IamRequest> Of(AwsCall call)
    {
        var cluster = Name(call.Input["cluster"]?.GetValue<string>() ?? "default");
        var requests = call.Operation switch
        {
            "DescribeServices" => Many(call, "services").Select(service => Arn("service", cluster, service)),
            "UpdateService" or "ListServiceDeployments" => [Arn("service", cluster, Text(call, "service"))],
            "DescribeServiceDeployments" => Many(call, "serviceDeploymentArns"),
            "DescribeTasks" => Many(call, "tasks").Select(task => Arn("task", cluster, task)),
            "StopTask" => [Arn("task", cluster, Text(call, "task"))],
            "ListTasks" when call.Input["containerInstance"] is { } instance =>
                [Arn("container-instance", cluster, instance.GetValue<string>())],
            // ListClusters, ListServices, ListTasks, DescribeTaskDefinition and calls that no function needs.
            _ => ["*"],
        };
        return requests.Select(resource => Request(call.Operation, resource, cluster));
    }

    // Which operations carry ecs:cluster: ListServiceDeployments, for one, does not.
    private IamRequest Request(string operation, string resource, string cluster) => new IamRequest($"ecs:{operation}", resource)
        .With("ecs:cluster",
            operation is "ListServices" or "ListTasks" or "DescribeServices" or "UpdateService" or "DescribeTasks" or "StopTask"
            ? $"{Prefix}cluster/{cluster}"
            : null);

    private string Prefix => $"arn:aws:ecs:{account.Region}:{account.AccountId}:";

    private string Arn(string type, string cluster, string nameOrArn) =>
        nameOrArn.StartsWith("arn:", StringComparison.Ordinal) ? nameOrArn : $"{Prefix}{type}/{cluster}/{nameOrArn}";

    private static string Name(string nameOrArn) => nameOrArn[(nameOrArn.LastIndexOf('/') + 1)..];

    private static string Text(AwsCall call, string member) => call.Input[member]?.GetValue<string>() ?? string.Empty;

    private static IEnumerable<string> Many(AwsCall call, string member) =>
        call.Input[member]?.AsArray().Select(one => one!.GetValue<string>()) ?? [];
}
