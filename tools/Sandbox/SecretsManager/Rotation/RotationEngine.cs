namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

/// <summary>Plays Secrets Manager's part in a rotation: the version without a value, the steps one after another, the same token after a
/// failure (User Guide, "Rotation by Lambda function"). The store's lock is held only between the steps.</summary>
internal sealed class RotationEngine(SecretStore store, StepCaller steps, RotationEvaluator evaluator) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RotationRun> _latest = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();

    public event EventHandler<RotationStep>? StepEnded;

    public RotationRun? LatestOf(string secretArn) => _latest.GetValueOrDefault(secretArn);

    public bool IsRunning(Secret secret, string token) => LatestOf(secret.Arn) is { IsOver: false } run && run.Token == token;

    public void Rotate(Secret secret, string token)
    {
        secret.Versions.AddPending(token, content: null, store.Now);
        Begin(new RotationRun(secret, token, isTest: false));
    }

    public void Test(Secret secret, string token)
    {
        secret.Versions.AddPending(token, secret.Versions.Current?.Content, store.Now);
        Begin(new RotationRun(secret, token, isTest: true));
    }

    /// <summary>Takes up a rotation that stopped, unless it runs. Under the store's lock.</summary>
    public void Resume(Secret secret, string token)
    {
        if (secret.Rotation is not null && !IsRunning(secret, token))
        {
            Begin(new RotationRun(secret, token, isTest: false));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _stopping.Dispose();
    }

    private void Begin(RotationRun run)
    {
        var predecessor = LatestOf(run.Secret.Arn);
        _latest[run.Secret.Arn] = run;
        var stopping = _stopping.Token;
        _ = Task.Run(() => RunAsync(run, predecessor, stopping), CancellationToken.None);
    }

    private async Task RunAsync(RotationRun run, RotationRun? predecessor, CancellationToken stopping)
    {
        try
        {
            if (predecessor is not null)
            {
                // Its last step may have moved AWSCURRENT and not have returned yet.
                await predecessor.Outcome.WaitAsync(stopping);
            }

            RotationResult? result;
            while ((result = await AttemptAsync(run)) is null)
            {
                await Task.Delay(store.Options.RotationRetry.Delay, store.Options.TimeProvider, stopping);
            }

            run.End(result.Value);
        }
        catch (OperationCanceledException)
        {
            run.Cancel();
        }
    }

    private async Task<RotationResult?> AttemptAsync(RotationRun run)
    {
        if (store.Change(() => evaluator.Open(run)) is { } over)
        {
            return over;
        }

        var done = new List<RotationStep>();
        string? error = null;
        foreach (var step in run.Steps)
        {
            var (objection, functionArn) = store.Read(() => (evaluator.Objection(run, step), run.Secret.Rotation!.FunctionArn));
            if (objection is not null)
            {
                error = objection;
                break;
            }

            done.Add(await steps.CallAsync(run, functionArn, step));
            StepEnded?.Invoke(this, done[^1]);
            if (!done[^1].Invocation.Succeeded)
            {
                error = $"Error when executing lambda {functionArn} during {step} step";
                break;
            }
        }

        return store.Change(() => evaluator.Close(run, done, error));
    }
}
