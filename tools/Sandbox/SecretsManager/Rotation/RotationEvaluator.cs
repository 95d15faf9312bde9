namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

/// <summary>Decides, from the secret as it is, whether a rotation goes on and how it ended. Every member is called under the store's
/// lock.</summary>
internal sealed class RotationEvaluator(SecretStore store)
{
    public RotationResult? Open(RotationRun run)
    {
        if (!IsWanted(run))
        {
            return RotationResult.Abandoned;
        }

        if (run.Attempts.Count > 0 && !run.Secret.Rotation!.Enabled)
        {
            return RotationResult.Failed;
        }

        store.Events.Service(run.IsTest ? "TestRotationStarted" : "RotationStarted", run.Secret, run.Token);
        return null;
    }

    public string? Objection(RotationRun run, string step)
    {
        if (!IsWanted(run))
        {
            return $"AWSPENDING is no longer on version {run.Token} of secret {run.Secret.Arn}.";
        }

        return !run.IsTest && step != run.Steps[0] && run.Secret.Versions.Find(run.Token)?.Content is null
            ? $"Pending secret version {run.Token} for Secret {run.Secret.Arn} was not created by Lambda "
                + $"{run.Secret.Rotation!.FunctionArn}. Remove the AWSPENDING staging label and restart rotation."
            : null;
    }

    public RotationResult? Close(RotationRun run, IReadOnlyList<RotationStep> steps, string? error)
    {
        if (error is null && !run.IsTest && run.Secret.Versions.Current?.Id != run.Token)
        {
            error = $"Every step returned, but AWSCURRENT is not on version {run.Token} of secret {run.Secret.Arn}.";
        }

        run.Attempts.Add(new RotationAttempt(run.Attempts.Count + 1, steps, error));
        return run.IsTest ? CloseTest(run, error) : error is null ? Succeed(run) : Fail(run, error);
    }

    private RotationResult CloseTest(RotationRun run, string? error)
    {
        run.Secret.Versions.Remove(run.Token);
        store.Events.Service(error is null ? "TestRotationSucceeded" : "TestRotationFailed", run.Secret, run.Token, error);
        return error is null ? RotationResult.Succeeded : RotationResult.Failed;
    }

    private RotationResult Succeed(RotationRun run)
    {
        run.Secret.Rotation!.LastRotatedAt = store.Now;
        store.Events.Service("RotationSucceeded", run.Secret, run.Token);
        return RotationResult.Succeeded;
    }

    private RotationResult? Fail(RotationRun run, string error)
    {
        store.Events.Service("RotationFailed", run.Secret, run.Token, error);
        return !IsWanted(run) ? RotationResult.Abandoned
            : run.Attempts.Count >= store.Options.RotationRetry.Attempts || !run.Secret.Rotation!.Enabled ? RotationResult.Failed
            : null;
    }

    private bool IsWanted(RotationRun run) => store.Find(run.Secret.Arn) == run.Secret
        && run.Secret.DeletedAt is null
        && (run.Secret.Versions.Holder(Stages.Pending)?.Id == run.Token || (!run.IsTest && run.Secret.Versions.Current?.Id == run.Token));
}
