namespace RotationLambdas.Demo;

internal sealed record Check(string Claim, bool Holds, string Finding);
