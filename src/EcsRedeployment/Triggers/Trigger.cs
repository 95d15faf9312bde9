namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>What an event asks of the function. An event only says where to look; what is done follows from what is there.</summary>
internal abstract record Trigger;
