namespace RotationLambdas.Sandbox.Tests;

internal static class TestTime
{
    /// <summary>The first moment of every test's clock, so that an expected timestamp can be written down.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Moves a clock in 600 steps: FakeTimeProvider fires every timer at the end of one step, a running clock at its own
    /// time.</summary>
    public static void Pass(this FakeTimeProvider clock, TimeSpan time)
    {
        var end = clock.GetUtcNow() + time;
        for (var step = 1; step < 600; step++)
        {
            clock.Advance(time / 600);
        }

        clock.Advance(end - clock.GetUtcNow());
    }
}
