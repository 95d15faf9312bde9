namespace RotationLambdas.Sandbox.Tests.Sqs;

public sealed class EventSourceMappingTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(TestTime.Start);
    private readonly Scheduler _scheduler;
    private readonly SqsService _sqs;
    private readonly MessageQueue _queue;
    private readonly List<JsonArray> _batches = [];
    private Func<JsonArray, Task<FunctionReply>> _function = _ => Task.FromResult(new FunctionReply(true, null));

    public EventSourceMappingTests()
    {
        _scheduler = new Scheduler(_clock);
        _sqs = new SqsService(
            new SandboxOptions { TimeProvider = _clock }, () => new Uri("http://127.0.0.1:1"), _scheduler, (_, payload, _) =>
        {
            var records = payload["Records"]!.AsArray();
            _batches.Add(records);
            return _function(records);
        });
        _queue = _sqs.CreateQueue("work", new QueueSettings { VisibilityTimeout = TimeSpan.FromSeconds(60) });
    }

    public void Dispose()
    {
        _sqs.Dispose();
        _scheduler.Dispose();
    }

    [Fact]
    public void Messages_are_collected_for_the_length_of_the_window()
    {
        Map(new() { QueueArn = _queue.Arn, FunctionName = "f", BatchSize = 100, BatchingWindow = TimeSpan.FromSeconds(20) });
        Send(2);
        Tick(10);
        Send(1);
        Tick(9);
        _batches.ShouldBeEmpty();

        Tick(1);

        Bodies().ShouldBe([["0", "1", "0"]]);
    }

    [Fact]
    public void A_full_batch_does_not_wait_for_the_window()
    {
        Send(5);

        Map(new() { QueueArn = _queue.Arn, FunctionName = "f", BatchSize = 2, BatchingWindow = TimeSpan.FromSeconds(20) });
        Tick();
        Bodies().ShouldBe([["0", "1"], ["2", "3"]]);
        Tick(20);

        Bodies()[2].ShouldBe(["4"]);
    }

    [Fact]
    public void Only_failed_messages_are_redelivered()
    {
        _function = records => Task.FromResult(new FunctionReply(true, new JsonObject
        {
            ["batchItemFailures"] = new JsonArray(records.Where(record => (string?)record!["body"] == "1" && _batches.Count == 1)
                .Select(record => (JsonNode)new JsonObject { ["itemIdentifier"] = (string?)record!["messageId"] }).ToArray()),
        }));
        Send(3);

        Map(new() { QueueArn = _queue.Arn, FunctionName = "f", ReportBatchItemFailures = true });
        Tick();
        Tick(59);
        _batches.Count.ShouldBe(1);
        Tick(1);

        Bodies().ShouldBe([["0", "1", "2"], ["1"]]);
        _batches[1][0]!["attributes"]!["ApproximateReceiveCount"]!.GetValue<string>().ShouldBe("2");
        _queue.ApproximateNumberOfMessagesNotVisible.ShouldBe(0);
    }

    [Fact]
    public void A_failed_batch_ends_in_the_dead_letter_queue()
    {
        var dead = _sqs.CreateQueue("dead");
        var queue = _sqs.CreateQueue("poor", new QueueSettings { DeadLetterTargetArn = dead.Arn, MaxReceiveCount = 3 });
        _function = _ => throw new InvalidOperationException("no");
        Map(new() { QueueArn = queue.Arn, FunctionName = "f" });

        queue.Send("poison");
        Tick(300);

        _batches.Count.ShouldBe(3);
        dead.Receive(1).Single().Body.ShouldBe("poison");
    }

    [Fact]
    public void Keeps_the_maximum_concurrency()
    {
        List<TaskCompletionSource<FunctionReply>> running = [];
        _function = _ =>
        {
            running.Add(new());
            return running[^1].Task;
        };
        Map(new() { QueueArn = _queue.Arn, FunctionName = "f", BatchSize = 1, MaximumConcurrency = 2 });
        Send(4);
        Tick();
        running.Count.ShouldBe(2);

        running[0].SetResult(new FunctionReply(true, null));
        Tick();

        running.Count.ShouldBe(3);
    }

    [Fact]
    public void The_event_has_the_shape_that_Lambda_gives_it()
    {
        Map(new() { QueueArn = _queue.Arn, FunctionName = "f" });
        _queue.Send("hello", new JsonObject { ["trace"] = new JsonObject { ["DataType"] = "String", ["StringValue"] = "t" } });
        Tick();

        var record = _batches.Single().Single()!.AsObject();
        record.Select(member => member.Key)
            .ShouldBe(
            ["messageId", "receiptHandle", "body", "attributes", "messageAttributes", "md5OfBody", "eventSource", "eventSourceARN",
            "awsRegion"]);
        record["md5OfBody"]!.GetValue<string>().ShouldBe("5d41402abc4b2a76b9719d911017c592");
        record["eventSource"]!.GetValue<string>().ShouldBe("aws:sqs");
        record["eventSourceARN"]!.GetValue<string>().ShouldBe(_queue.Arn);
        record["awsRegion"]!.GetValue<string>().ShouldBe("eu-west-1");
        record["attributes"]!["SentTimestamp"]!.GetValue<string>().ShouldBe("1772366400000");
        record["messageAttributes"]!["trace"]!["stringValue"]!.GetValue<string>().ShouldBe("t");
        record["messageAttributes"]!["trace"]!["dataType"]!.GetValue<string>().ShouldBe("String");
    }

    [Fact]
    public void A_mapping_that_is_ended_or_disabled_reads_nothing()
    {
        Map(new() { QueueArn = _queue.Arn, FunctionName = "f", Enabled = false });
        Map(new() { QueueArn = _queue.Arn, FunctionName = "f" }).Dispose();

        Send(1);
        Tick(10);

        _batches.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(10_001, 5, null)]
    [InlineData(11, 0, null)]
    [InlineData(10, 301, null)]
    [InlineData(10, 0, 1)]
    [InlineData(10, 0, 1001)]
    public void Settings_that_Lambda_refuses_are_refused(int batchSize, int window, int? concurrency) =>
        Should.Throw<ArgumentException>(() => Map(new()
        {
            QueueArn = _queue.Arn,
            FunctionName = "f",
            BatchSize = batchSize,
            BatchingWindow = TimeSpan.FromSeconds(window),
            MaximumConcurrency = concurrency,
        }));

    private EventSourceMapping Map(EventSourceMappingSettings settings) => _sqs.AddEventSourceMapping(settings);

    private void Send(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _queue.Send($"{i}");
        }
    }

    private void Tick(int seconds = 0) => _clock.Pass(TimeSpan.FromSeconds(seconds));

    private string[][] Bodies() => [.. _batches.Select(batch => batch.Select(record => record!["body"]!.GetValue<string>()).ToArray())];
}
