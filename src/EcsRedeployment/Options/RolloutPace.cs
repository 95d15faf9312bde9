namespace RotationLambdas.EcsRedeployment.Options;

/// <summary>How careful a new value is rolled out.</summary>
internal enum RolloutPace
{
    /// <summary>For one database user: running tasks cannot log in any more, so waiting costs. The rest follows the canary after a short
    /// wait.</summary>
    Fast,

    /// <summary>For alternating users: running tasks still log in, so the rest waits until canaries are fresh.</summary>
    Careful,
}
