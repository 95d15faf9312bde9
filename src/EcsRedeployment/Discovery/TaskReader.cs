using Amazon.ECS;
using RotationLambdas.EcsRedeployment.Calls;
using RotationLambdas.EcsRedeployment.Planning;

namespace RotationLambdas.EcsRedeployment.Discovery;

/// <summary>Looks at a service's tasks, where its deployments leave a doubt.</summary>
internal sealed class TaskReader(EcsCalls ecs)
{
    /// <summary>The tasks that run or are about to. Those that are being stopped are on their way out and do not count.</summary>
    public async Task<IReadOnlyList<TaskSnapshot>> ReadAsync(ServiceSnapshot service, CancellationToken cancellationToken)
    {
        var tasks = new List<TaskSnapshot>();
        string? next = null;
        do
        {
            var page = await ecs.ListTasksAsync(service.Cluster, service.Name, DesiredStatus.RUNNING, next, cancellationToken);
            if (page.TaskArns is { Count: > 0 } arns)
            {
                // Failures are tasks that are gone since they were listed.
                var described = await ecs.DescribeTasksAsync(service.Cluster, arns, cancellationToken);
                tasks.AddRange((described.Tasks ?? []).Where(task => task.DesiredStatus != "STOPPED").Select(task => new TaskSnapshot(
                    task.TaskArn,
                    task.CreatedAt is { } created ? new DateTimeOffset(created.ToUniversalTime()) : DateTimeOffset.MinValue,
                    task.StartedBy,
                    task.TaskDefinitionArn)
                { IsRunning = task.LastStatus == "RUNNING" }));
            }

            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));

        return tasks;
    }
}
