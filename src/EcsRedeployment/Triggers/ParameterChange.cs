namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>A parameter of Parameter Store has a new value, or a label of it moved.</summary>
/// <param name="Parameter">The parameter's ARN.</param>
/// <param name="LabelMoved">True when only references by label are concerned.</param>
/// <param name="ChangedBy">The moment by which it had changed.</param>
internal sealed record ParameterChange(Arn Parameter, bool LabelMoved, DateTimeOffset ChangedBy) : Trigger;
