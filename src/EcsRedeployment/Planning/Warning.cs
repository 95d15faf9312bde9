namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>A warning about a service.</summary>
/// <param name="Kind">What is the matter.</param>
/// <param name="Subject">The image, container, reference or tag value it is about.</param>
internal sealed record Warning(WarningKind Kind, string Subject);
