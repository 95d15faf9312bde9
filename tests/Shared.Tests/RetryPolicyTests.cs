using Microsoft.Extensions.Time.Testing;

namespace RotationLambdas.Shared.Tests;

public sealed class RetryPolicyTests
{
    private readonly FakeTimeProvider _clock = new() { AutoAdvanceAmount = TimeSpan.Zero };

    [Fact]
    public async Task Returns_the_first_success()
    {
        var calls = 0;

        var result = await Advancing(Policy().RunAsync(_ => Task.FromResult(++calls), _ => true, Never, CancellationToken.None));

        result.ShouldBe(1);
    }

    [Fact]
    public async Task Retries_a_transient_error()
    {
        var calls = 0;

        var result = await Advancing(Policy().RunAsync(
            _ => ++calls < 4 ? throw new IOException("dropped") : Task.FromResult(calls), _ => true, Never, CancellationToken.None));

        result.ShouldBe(4);
    }

    [Fact]
    public async Task Throws_a_permanent_error_at_once()
    {
        var calls = 0;

        await Should.ThrowAsync<InvalidOperationException>(() => Policy().RunAsync<int>(
            _ => throw new InvalidOperationException($"{++calls}"), _ => false, Never, CancellationToken.None));

        calls.ShouldBe(1);
    }

    [Fact]
    public async Task Gives_up_after_the_last_attempt_with_the_count()
    {
        var error = await Should.ThrowAsync<TimeoutException>(() => Advancing(Policy(attempts: 3).RunAsync<int>(
            _ => throw new IOException("dropped"), _ => true, (last, attempts) => new TimeoutException($"{attempts}: {last.Message}"),
            CancellationToken.None)));

        error.Message.ShouldBe("3: dropped");
    }

    [Fact]
    public async Task Ends_with_the_last_error_when_the_time_is_over()
    {
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(30), _clock);

        await Should.ThrowAsync<IOException>(() => Advancing(Policy().RunAsync<int>(
            _ => throw new IOException("dropped"), _ => true, Never, time.Token)));
    }

    [Fact]
    public async Task Ends_with_the_last_error_when_a_retried_call_is_cancelled()
    {
        using var time = new CancellationTokenSource();
        var calls = 0;

        await Should.ThrowAsync<TimeoutException>(() => Advancing(Policy().RunAsync<int>(
            async token =>
            {
                if (++calls == 1)
                {
                    throw new IOException("dropped");
                }

                await time.CancelAsync();
                token.ThrowIfCancellationRequested();
                return 0;
            },
            _ => true,
            (last, _) => new TimeoutException(last.Message),
            time.Token)));
    }

    [Fact]
    public async Task Passes_on_a_cancellation_before_any_error()
    {
        await Should.ThrowAsync<OperationCanceledException>(() => Policy().RunAsync(
            Task.FromCanceled<int>, _ => true, Never, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 200)]
    [InlineData(3, 400)]
    [InlineData(6, 2000)]
    [InlineData(1_000_000, 2000)]
    public void Doubles_the_delay_up_to_a_limit(int attempt, int milliseconds)
    {
        RetryOptions options = new();

        options.LongestDelayAfter(attempt).ShouldBe(TimeSpan.FromMilliseconds(milliseconds));
        options.DelayAfter(attempt).ShouldBeInRange(TimeSpan.FromTicks(1), options.LongestDelayAfter(attempt));
    }

    private static Exception? Never(Exception exception, int attempts) => null;

    private RetryPolicy Policy(int attempts = int.MaxValue) => new(new RetryOptions { MaxAttempts = attempts }, _clock);

    private async Task<T> Advancing<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return await task;
    }
}
