namespace RotationLambdas.EcsRedeployment.References;

/// <summary>The result of reading one text: a reference, a problem, or neither when the text is about something else.</summary>
/// <param name="Problem">One sentence with the reason why ECS cannot resolve the text.</param>
internal readonly record struct ReferenceReading(SecretReference? Reference, string? Problem)
{
    /// <summary>The text is not a reference and need not be one.</summary>
    public static ReferenceReading None { get; } = new(null, null);

    /// <summary>The text should be a reference and is not.</summary>
    public static ReferenceReading Malformed(string problem) => new(null, problem);
}
