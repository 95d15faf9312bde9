namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>Chooses a secret's strategy: the operator's word first, then whether the secret names a superuser (AWS's own
/// convention).</summary>
internal sealed class StrategyChoice(RotationOptions options, SingleUser singleUser, AlternatingUsers alternatingUsers)
{
    public IRotationStrategy For(DatabaseSecret secret) => options.Strategy switch
    {
        RotationStrategyChoice.SingleUser => singleUser,
        RotationStrategyChoice.AlternatingUsers => alternatingUsers,
        _ => secret.SuperuserSecretId is null ? singleUser : alternatingUsers,
    };
}
