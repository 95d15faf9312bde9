namespace RotationLambdas.EcsRedeployment.References;

/// <summary>The field that holds a reference. It decides when ECS reads the secret, and which forms the text may have.</summary>
internal enum ReferencePlace
{
    /// <summary>`containerDefinitions[].secrets[]`: read when the task starts.</summary>
    ContainerSecret,

    /// <summary>`containerDefinitions[].logConfiguration.secretOptions[]`: read when the task starts.</summary>
    LogOption,

    /// <summary>`serviceConnectConfiguration.logConfiguration.secretOptions[]` of a deployment: read when the task starts.</summary>
    ServiceConnectLogOption,

    /// <summary>`volumes[].fsxWindowsFileServerVolumeConfiguration.authorizationConfig.credentialsParameter`: read when the task
    /// starts.</summary>
    FileSystemCredentials,

    /// <summary>`containerDefinitions[].repositoryCredentials`: read at image pull only; a running task does not depend on it.</summary>
    RepositoryCredentials,

    /// <summary>`containerDefinitions[].credentialSpecs[]`: points to a document that in turn names a secret.</summary>
    CredentialSpec,

    /// <summary>A plain `environment` value that is a secret's ARN: the container fetches the value itself.</summary>
    EnvironmentValue,

    /// <summary>A secret's ARN inside a longer `environment` value: whether the container reads the secret is not certain, so it is
    /// reported.</summary>
    EnvironmentText,

    /// <summary>The tag `rotation:secrets` of a service: its containers fetch the value themselves.</summary>
    ServiceTag,
}
