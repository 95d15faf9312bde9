namespace Amazon.ECS.Model;

/// <summary><c>TaskDefinitionPlacementConstraint</c> of the Amazon ECS API reference.</summary>
public class TaskDefinitionPlacementConstraint
{
    public string Expression { get; set; }

    public TaskDefinitionPlacementConstraintType Type { get; set; }

    internal static TaskDefinitionPlacementConstraint Read(JsonElement json) => new()
    {
        Expression = json.Text("expression"),
        Type = json.Text("type"),
    };
}
