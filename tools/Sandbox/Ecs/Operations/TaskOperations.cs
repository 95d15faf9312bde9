namespace RotationLambdas.Sandbox.Ecs.Operations;

/// <summary>RunTask, StopTask, ListTasks, DescribeTasks, UpdateTaskProtection and GetTaskProtection. Called under the state's
/// lock.</summary>
internal sealed class TaskOperations(Lookup lookup, EcsArn arns, TaskMaker maker, TaskLifecycle tasks)
{
    public JsonObject Run(JsonObject input, DateTimeOffset now)
    {
        var cluster = lookup.Cluster(input);
        var definition = lookup.Launchable(input.Text("taskDefinition") ?? throw EcsErrors.Client("TaskDefinition cannot be blank."));
        var count = input.Number("count") ?? 1;
        if (count is < 1 or > 10)
        {
            throw EcsErrors.InvalidParameter("count must be between 1 and 10.");
        }

        var started = Enumerable.Range(0, count)
            .Select(_ => maker.Alone(cluster, definition, input.Text("startedBy"), input.Text("group"), now)).ToList();
        foreach (var task in started)
        {
            _ = task.Tags.Put(input);
            tasks.Launch(task, now);
        }

        return new JsonObject
        {
            ["tasks"] = new JsonArray([.. started.Select(static task => TaskJson.Of(task, Timestamps.ToJson))]),
            ["failures"] = new JsonArray(),
        };
    }

    public JsonObject Stop(JsonObject input, DateTimeOffset now)
    {
        var task = Lookup.Task(lookup.Cluster(input), Lookup.Required(input, "task", "Task cannot be empty."))
            ?? throw EcsErrors.InvalidParameter("The referenced task was not found.");
        tasks.Stop(task, "UserInitiated", input.Text("reason") ?? "Task stopped by user", now);
        return new JsonObject { ["task"] = TaskJson.Of(task, Timestamps.ToJson) };
    }

    public JsonObject List(JsonObject input)
    {
        var cluster = lookup.Cluster(input);
        IEnumerable<EcsTask> found = cluster.Tasks.Values;
        if (input.Text("serviceName") is { } name)
        {
            // A service lists its running tasks; stopped ones are searched for.
            var service = Lookup.Service(cluster, name) ?? throw EcsErrors.ServiceNotFound();
            found = input.Text("desiredStatus") == "STOPPED" ? found.Where(task => task.Service == service) : service.Tasks;
        }

        var desired = input.Text("desiredStatus") ?? "RUNNING";
        var (family, startedBy, launchType) = (input.Text("family"), input.Text("startedBy"), input.Text("launchType"));
        return PagedList.Of(
            [.. found.Where(task => task.DesiredStatus == desired
                && (family is null || task.TaskDefinition.Family == family)
                && (startedBy is null || task.StartedBy == startedBy)
                && (launchType is null || task.LaunchType == launchType))],
            input, most: 100, usual: 100, "taskArns", static task => task.Arn);
    }

    public JsonObject Describe(JsonObject input)
    {
        var tags = input.Texts("include").Contains("TAGS");
        return OfEach(input, "tasks", task =>
        {
            var json = TaskJson.Of(task, Timestamps.ToJson);
            json["tags"] = tags ? task.Tags.ToJson() : [];
            return json;
        });
    }

    public JsonObject UpdateProtection(JsonObject input, DateTimeOffset now)
    {
        var minutes = input.Number("expiresInMinutes") ?? 120;
        if (minutes is < 1 or > 2880)
        {
            throw EcsErrors.InvalidParameter("expiresInMinutes must be between 1 and 2880.");
        }

        DateTimeOffset? until = input.Flag("protectionEnabled") == true ? now.AddMinutes(minutes) : null;
        return OfEach(input, "protectedTasks", task =>
        {
            task.ProtectedUntil = until;
            tasks.ProtectionChanged(task, now);
            return Protection(task, now);
        });
    }

    public JsonObject GetProtection(JsonObject input, DateTimeOffset now) =>
        OfEach(input, "protectedTasks", task => Protection(task, now));

    private static JsonObject Protection(EcsTask task, DateTimeOffset now)
    {
        var until = task.ProtectedUntil > now ? task.ProtectedUntil : null;
        return new JsonObject
        {
            ["taskArn"] = task.Arn,
            ["protectionEnabled"] = until is not null,
            ["expirationDate"] = until?.ToJson(),
        }.WithoutNulls();
    }

    private JsonObject OfEach(JsonObject input, string member, Func<EcsTask, JsonObject> write)
    {
        var cluster = lookup.Cluster(input);
        return Lookup.Described(
            Lookup.Names(input, "tasks", "Tasks", most: 100), member, id => arns.Task(cluster.Name, EcsArn.Name(id)),
            id => Lookup.Task(cluster, id) is { } task ? write(task) : null);
    }
}
