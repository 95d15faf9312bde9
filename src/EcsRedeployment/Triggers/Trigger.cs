namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>What an event asks the function to do. An event only names what to read; what is done follows from what is there.</summary>
internal abstract record Trigger;
