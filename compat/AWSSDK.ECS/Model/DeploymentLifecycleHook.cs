using Amazon.Runtime.Documents;

namespace Amazon.ECS.Model;

/// <summary><c>DeploymentLifecycleHook</c> of the Amazon ECS API reference.</summary>
public class DeploymentLifecycleHook
{
    public Document? HookDetails { get; set; }

    public string HookTargetArn { get; set; }

    public List<string> LifecycleStages { get; set; }

    public string RoleArn { get; set; }

    public DeploymentLifecycleHookTargetType TargetType { get; set; }

    public DeploymentLifecycleHookTimeoutConfiguration TimeoutConfiguration { get; set; }

    internal static DeploymentLifecycleHook Read(JsonElement json) => new()
    {
        HookDetails = json.Document("hookDetails"),
        HookTargetArn = json.Text("hookTargetArn"),
        LifecycleStages = json.Texts("lifecycleStages"),
        RoleArn = json.Text("roleArn"),
        TargetType = json.Text("targetType"),
        TimeoutConfiguration = json.Object("timeoutConfiguration", DeploymentLifecycleHookTimeoutConfiguration.Read),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Document("hookDetails", HookDetails);
        json.Text("hookTargetArn", HookTargetArn);
        json.Texts("lifecycleStages", LifecycleStages);
        json.Text("roleArn", RoleArn);
        json.Text("targetType", TargetType?.Value);
        json.Object("timeoutConfiguration", TimeoutConfiguration, (item, to) => item.Write(to));
    }
}
