namespace RotationLambdas.Sandbox.Sqs;

/// <summary>How Lambda reads a queue (Lambda API Reference, "CreateEventSourceMapping").</summary>
public sealed record EventSourceMappingSettings
{
    public required string QueueArn { get; init; }

    public required string FunctionName { get; init; }

    /// <summary>The most messages in a batch, 1 to 10,000. Default 10.</summary>
    public int BatchSize { get; init; } = 10;

    /// <summary>How long a batch is collected when it is not full, 0 to 300 s. Default none.</summary>
    public TimeSpan BatchingWindow { get; init; }

    public int? MaximumConcurrency { get; init; }

    public bool ReportBatchItemFailures { get; init; }

    /// <summary>Whether the mapping is read at all. Default yes.</summary>
    public bool Enabled { get; init; } = true;

    public void Validate()
    {
        if (BatchSize is < 1 or > 10_000)
        {
            throw new ArgumentException($"The batch size is {BatchSize}. Set it to 1 to 10,000.");
        }

        if (BatchingWindow < TimeSpan.Zero || BatchingWindow > TimeSpan.FromSeconds(300))
        {
            throw new ArgumentException($"The batching window is {BatchingWindow.TotalSeconds} s. Set it to 0 to 300 s.");
        }

        if (BatchSize > 10 && BatchingWindow < TimeSpan.FromSeconds(1))
        {
            throw new ArgumentException("Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10");
        }

        if (MaximumConcurrency is < 2 or > 1000)
        {
            throw new ArgumentException($"The maximum concurrency is {MaximumConcurrency}. Set it to 2 to 1,000.");
        }
    }
}
