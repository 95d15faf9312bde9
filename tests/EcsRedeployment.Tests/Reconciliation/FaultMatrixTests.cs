using Amazon.ECS;
using Xunit.Abstractions;

namespace RotationLambdas.EcsRedeployment.Tests.Reconciliation;

/// <summary>Every call to Amazon ECS goes wrong once, in every way, without the clients' own retries to help. What comes back to the queue
/// is redelivered.</summary>
public sealed class FaultMatrixTests(ITestOutputHelper output)
{
    private const int Deliveries = 5;

    private static readonly (string Name, bool AfterCall, Func<string, Exception> Make)[] Faults =
    [
        ("connection dropped", false, _ => new HttpRequestException("Connection reset by peer")),
        ("reply lost", true, _ => new HttpRequestException("The response ended prematurely.")),
        ("throttled", false, _ => FakeEcs.Throttled()),
        ("internal error", false, _ =>
            new AmazonECSException("Internal", ErrorType.Receiver, "ServerException", "r", HttpStatusCode.InternalServerError)),
        ("internal error after the fact", true, _ =>
            new AmazonECSException("Internal", ErrorType.Receiver, "ServerException", "r", HttpStatusCode.InternalServerError)),
        ("denied", false, FakeEcs.Denied),
    ];

    [Fact]
    public async Task Exactly_the_stale_services_end_fresh_after_any_fault()
    {
        var undisturbed = new Case();
        await undisturbed.RunAsync();
        var calls = undisturbed.Fixture.Ecs.Calls.Count;
        var absorbed = 0;

        foreach (var (name, afterCall, make) in Faults)
        {
            for (var nth = 1; nth <= calls; nth++)
            {
                var disturbed = new Case();
                disturbed.BreakCall(nth, afterCall, make);
                var deliveries = await disturbed.RunAsync();
                if (name == "denied")
                {
                    // A refusal is not redelivered: once the permission is there, the sweep does the rest.
                    await disturbed.Fixture.BatchAsync(Sweep(Noon));
                }

                disturbed.Broken.ShouldNotBeNull($"call {nth} of {calls}");
                disturbed.DeploymentsByService().ShouldBe(undisturbed.DeploymentsByService(), $"{name} at call {nth}, {disturbed.Broken}");
                absorbed += deliveries == 1 ? 1 : 0;
            }
        }

        output.WriteLine($"{Faults.Length * calls} cases, {absorbed} absorbed without a second delivery.");
    }

    private sealed class Case
    {
        private int _calls;

        public Case()
        {
            var ecs = Fixture.Ecs;
            var holds = ecs.Define("holds", Fixture.Db.ARN);
            ecs.Add("blue", "web", holds, Yesterday);
            ecs.Add("blue", "static", ecs.Define("static"), Yesterday);
            ecs.Add("green", "worker", ecs.Define("worker", "/aws/reference/secretsmanager/db"), Yesterday);
            ecs.Add("green", "fresh", holds, Noon);
            var mixed = ecs.Add("green", "mixed", holds, Yesterday);
            mixed.Deployments[0].UpdatedAt = Noon.UtcDateTime; // Its tasks are read.
        }

        public Fixture Fixture { get; } = new();

        public string? Broken { get; private set; }

        public void BreakCall(int nth, bool afterCall, Func<string, Exception> make)
        {
            void Break(string operation, string subject)
            {
                if (Interlocked.Increment(ref _calls) == nth)
                {
                    Broken = $"{operation} {subject}";
                    throw make(operation);
                }
            }

            if (afterCall)
            {
                Fixture.Ecs.After = Break;
            }
            else
            {
                Fixture.Ecs.Before = Break;
            }
        }

        /// <summary>Delivers the event until the queue does not get it back, and counts how often.</summary>
        public async Task<int> RunAsync()
        {
            var change = Fixture.RotateDb();
            for (var delivery = 1; delivery <= Deliveries; delivery++)
            {
                if ((await Fixture.RedeliverAsync(delivery, change)).Count == 0)
                {
                    return delivery;
                }
            }

            throw new InvalidOperationException("The message ended in the dead-letter queue.");
        }

        public string DeploymentsByService() => string.Join(", ", Fixture.Ecs.Clusters.Values.SelectMany(services => services)
            .OrderBy(service => service.ServiceName, StringComparer.Ordinal)
            .Select(service => $"{service.ServiceName} {service.Deployments.Count}"));
    }
}
