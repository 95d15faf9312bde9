namespace RotationLambdas.Sandbox.Iam;

public enum PolicyEffect
{
    Allow,

    Deny,
}
