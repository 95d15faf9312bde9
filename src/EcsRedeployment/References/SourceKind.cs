namespace RotationLambdas.EcsRedeployment.References;

/// <summary>What a reference points at, and in which form.</summary>
internal enum SourceKind
{
    /// <summary>A secret, by the resource part of its complete ARN: its name, a hyphen and six random characters.</summary>
    SecretByArn,

    /// <summary>A secret, by its name: a partial ARN, a plain name, or Parameter Store's pass-through.</summary>
    SecretByName,

    /// <summary>A parameter of Systems Manager Parameter Store.</summary>
    Parameter,
}
