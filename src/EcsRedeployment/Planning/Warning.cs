namespace RotationLambdas.EcsRedeployment.Planning;

/// <param name="Subject">The image, container, reference or tag value it is about.</param>
internal sealed record Warning(WarningKind Kind, string Subject);
