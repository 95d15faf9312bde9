namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>A warning about a service.</summary>
/// <param name="Subject">The image, container, reference or tag value it is about.</param>
internal sealed record Warning(WarningKind Kind, string Subject);
