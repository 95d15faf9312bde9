namespace Amazon.ECS.Model;

/// <summary><c>ServiceDeploymentAlarms</c> of the Amazon ECS API reference.</summary>
public class ServiceDeploymentAlarms
{
    public List<string> AlarmNames { get; set; }

    public ServiceDeploymentRollbackMonitorsStatus Status { get; set; }

    public List<string> TriggeredAlarmNames { get; set; }

    internal static ServiceDeploymentAlarms Read(JsonElement json) => new()
    {
        AlarmNames = json.Texts("alarmNames"),
        Status = json.Text("status"),
        TriggeredAlarmNames = json.Texts("triggeredAlarmNames"),
    };
}
