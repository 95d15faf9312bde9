using System.Threading.Channels;
using RotationLambdas.Sandbox.EventBridge;

namespace RotationLambdas.Demo.Scenarios;

/// <summary>Receives what EcsRedeployment publishes on the event bus, as somebody's own rule and function would.</summary>
internal sealed class Outcomes
{
    private const string Function = "demo-outcomes";

    private readonly Channel<JsonObject> _statuses = Channel.CreateUnbounded<JsonObject>();

    public Outcomes(SandboxHost sandbox)
    {
        var listener = sandbox.Functions.Start(Function, (awsEvent, _) =>
        {
            _statuses.Writer.TryWrite(awsEvent.AsObject());
            return Task.FromResult<JsonNode?>(null);
        });
        sandbox.EventBridge.PutRule(new EventRuleSettings
        {
            Name = Function,
            EventPattern = new JsonObject
            {
                ["source"] = new JsonArray("rotation-lambdas"),
                ["detail-type"] = new JsonArray("Secret Consumers Status"),
            },
        });
        sandbox.EventBridge.PutTargets(Function, new EventTarget { Id = "1", Arn = listener.Arn });
    }

    public async Task<JsonObject> FinalAsync(string secret, string version, CancellationToken cancellationToken)
    {
        await foreach (var status in _statuses.Reader.ReadAllAsync(cancellationToken))
        {
            var detail = status["detail"]!.AsObject();
            if ((string?)detail["secret"] == secret && (string?)detail["currentVersion"] == version
                && (string?)detail["state"] is not ("Rolling" or "Unverified"))
            {
                return detail;
            }
        }

        throw new OperationCanceledException(cancellationToken);
    }
}
