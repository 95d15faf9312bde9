namespace RotationLambdas.Sandbox.Iam;

/// <summary>What a statement does with the requests that it matches.</summary>
public enum PolicyEffect
{
    /// <summary>Allows them, unless another statement denies them.</summary>
    Allow,

    /// <summary>Denies them over all other statements.</summary>
    Deny,
}
