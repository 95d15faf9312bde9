namespace RotationLambdas.EndToEnd.Tests.Faults;

/// <summary>Between whom something goes wrong.</summary>
internal enum FaultPlace
{
    /// <summary>The function and AWS.</summary>
    AwsCall,

    /// <summary>The function and PostgreSQL, either direction.</summary>
    DatabaseMessage,
}
