namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>What an event asks the function to do. An event only says where to read; what is done follows from what is there.</summary>
internal abstract record Trigger;
