using RotationLambdas.Sandbox.Ecs.Runners;
using RotationLambdas.Sandbox.Ecs.Secrets;

namespace RotationLambdas.Sandbox.Ecs.Engine;

/// <summary>Gives the containers of a task their environment, secrets included, and starts those that a runner runs.</summary>
internal sealed class ContainerStarter(SecretReader secrets)
{
    private ImmutableList<ITaskRunner> _runners = [];

    public void Add(ITaskRunner runner) => ImmutableInterlocked.Update(ref _runners, static (all, added) => all.Insert(0, added), runner);

    public async Task<bool> StartAsync(EcsTask task)
    {
        // A task gets all its secrets before its first container starts.
        foreach (var container in task.Containers)
        {
            container.Environment = await EnvironmentAsync(task, container.Definition);
        }

        List<Task> ready = [];
        try
        {
            foreach (var container in task.Containers)
            {
                if (Volatile.Read(ref _runners).Find(runner => runner.Runs(container.Definition.Image)) is { } runner)
                {
                    container.Running = await runner.StartAsync(Start(task, container), task.Starting.Token);
                    ready.Add(ReadyAsync(container));
                }
            }

            await Task.WhenAll(ready).WaitAsync(task.Starting.Token);
            return ready.Count > 0;
        }
        catch (Exception)
        {
            // None of its containers outlives a task that does not come up.
            await EndAsync(task);
            throw;
        }
    }

    private static async Task ReadyAsync(EcsContainer container)
    {
        var running = container.Running!;
        if (await Task.WhenAny(running.Ready, running.Exited) == running.Exited && !running.Ready.IsCompletedSuccessfully)
        {
            container.ExitCode = await running.Exited;
            throw new TaskStartException("Essential container in task exited");
        }

        await running.Ready;
    }

    private static async Task EndAsync(EcsTask task)
    {
        foreach (var container in task.Containers)
        {
            if (container.Running is { } running)
            {
                container.Running = null;
                await running.StopAsync(TimeSpan.Zero);
                await running.DisposeAsync();
            }
        }
    }

    private static ContainerStart Start(EcsTask task, EcsContainer container) => new(
        task.Arn, task.Cluster.Name, task.Service?.Name, task.StartedBy, container.Definition.Name, container.Definition.Image,
        container.Environment);

    private async Task<IReadOnlyDictionary<string, string>> EnvironmentAsync(EcsTask task, ContainerDefinition definition)
    {
        foreach (var (_, valueFrom) in definition.LogSecrets)
        {
            _ = await secrets.ReadAsync(valueFrom, task);
        }

        if (definition.Secrets.Count == 0)
        {
            return definition.Environment;
        }

        var environment = new Dictionary<string, string>(definition.Environment, StringComparer.Ordinal);
        foreach (var (name, valueFrom) in definition.Secrets)
        {
            environment[name] = await secrets.ReadAsync(valueFrom, task);
        }

        return environment;
    }
}

public sealed class TaskStartException(string reason) : Exception(reason);
