using RotationLambdas.ScaleSimulation;

namespace RotationLambdas.EndToEnd.Tests.Scale;

/// <summary>A thousand secrets in one window, ten thousand services: docs/scale.md tells of the run.</summary>
[Trait("Category", "Proof")]
public sealed class ScaleTests
{
    [Fact]
    public async Task However_many_secrets_rotate_at_once_exactly_their_services_end_fresh()
    {
        var runs = new List<ScaleFigures>();
        foreach (var settings in ScaleRuns.All)
        {
            runs.Add(await SimulationProcess.RunAsync(settings));
            await ScaleReport.WriteAsync(runs); // After each: what came of it is not to be lost with the next.
        }

        foreach (var run in runs)
        {
            Classify(run);
        }
    }

    private static void Classify(ScaleFigures run)
    {
        var name = run.Settings.Name;
        run.SecretsNotFresh.ShouldBe(0, name);
        run.ServicesWithOldValues.ShouldBe(0, name);
        run.UpdatesOfOthers.ShouldBe(0, name);
        run.DeadLetters.ShouldBe(0, name);
        run.RefusedCalls.ShouldBeEmpty(name);
        run.Deployments.ShouldAllBe(service => service.Times >= 1 && service.Times <= service.Secrets, name);
    }
}
