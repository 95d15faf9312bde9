namespace RotationLambdas.Sandbox.Tests.Fidelity;

public sealed class ServiceModelTests
{
    /// <summary>Errors that every operation of a service has and none lists ("Common Error Types" of the API References).</summary>
    private static readonly string[] Common = [
        "ValidationException", "AccessDeniedException", "ThrottlingException", "InvalidParameterValueException"];

    [Trait("Needs", "aws")]
    [ToolFact("aws")]
    public async Task Every_call_conforms_to_the_service_models()
    {
        var folder = (await ServiceModel.FindFolderAsync()).ShouldNotBeNull();
        var models = new[] { "ecs", "secretsmanager", "events", "sqs" }.ToDictionary(
            service => service, service => ServiceModel.Read(folder, service));
        await using var sandbox = await SandboxHost.StartAsync(ScriptRun.Instant);
        using var run = new ScriptRun(sandbox.Endpoint);
        List<string> faults = [];
        foreach (var (call, input, answer) in await run.RunAsync(ScriptedCall.ReadAll(), () => sandbox.Ecs.WhenSteadyAsync()))
        {
            var model = models[call.Service];
            if ((string?)answer["error"] is { } code)
            {
                if (!model.HasError(call.Operation, code) && !Common.Contains(code))
                {
                    faults.Add($"{call.Name}: {call.Operation} has no error {code}");
                }
            }
            else
            {
                faults.AddRange(
                    model.FaultsOfInput(call.Operation, input).Concat(model.FaultsOfAnswer(call.Operation, answer))
                    .Select(fault => $"{call.Name}: {fault}"));
            }
        }

        faults.ShouldBeEmpty();
    }
}
