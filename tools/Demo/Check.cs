namespace RotationLambdas.Demo;

/// <summary>Something that has to be so.</summary>
internal sealed record Check(string Claim, bool Holds, string Finding);
