namespace RotationLambdas.Demo;

/// <summary>Something that has to be so.</summary>
/// <param name="Claim">What, as a sentence.</param>
/// <param name="Holds">Whether it is so.</param>
/// <param name="Finding">What is so instead; shown only when it does not hold.</param>
internal sealed record Check(string Claim, bool Holds, string Finding);
