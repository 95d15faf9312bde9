namespace RotationLambdas.Sandbox.SecretsManager.Schedules;

/// <summary>When rotations are due (User Guide, "Schedule expressions in Secrets Manager rotation"). All in UTC.</summary>
internal interface IRotationSchedule
{
    /// <summary>The first window that starts after <paramref name="time"/>, with the end it has when no duration is set.</summary>
    RotationWindow After(DateTimeOffset time);
}
