namespace RotationLambdas.EcsRedeployment.References;

/// <summary>What came of reading one text: a reference, or a problem, or neither where the text is rightly about something else.</summary>
/// <param name="Reference">The reference, when the text is a sound one.</param>
/// <param name="Problem">One sentence that says why ECS cannot resolve the text.</param>
internal readonly record struct ReferenceReading(SecretReference? Reference, string? Problem)
{
    /// <summary>The text is no reference and need not be one.</summary>
    public static ReferenceReading None { get; } = new(null, null);

    /// <summary>The text should be a reference and is not.</summary>
    public static ReferenceReading Malformed(string problem) => new(null, problem);
}
