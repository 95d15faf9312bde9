namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

/// <summary>A rotation under way: the secret, the version it makes, and the steps it takes.</summary>
internal sealed class RotationRun(Secret secret, string token, bool isTest)
{
    private static readonly string[] AllSteps = ["createSecret", "setSecret", "testSecret", "finishSecret"];
    private static readonly string[] TestStep = ["testSecret"];

    private readonly TaskCompletionSource<RotationOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Secret Secret { get; } = secret;

    public string Token { get; } = token;

    public string RotationToken { get; } = Guid.NewGuid().ToString();

    public bool IsTest { get; } = isTest;

    public IReadOnlyList<string> Steps => IsTest ? TestStep : AllSteps;

    public Task<RotationOutcome> Outcome => _outcome.Task;

    public bool IsOver => _outcome.Task.IsCompleted;

    public List<RotationAttempt> Attempts { get; } = [];

    public void End(RotationResult result) => _outcome.TrySetResult(new RotationOutcome(Secret.Arn, Token, IsTest, result, [.. Attempts]));

    public void Cancel() => _outcome.TrySetCanceled();
}
