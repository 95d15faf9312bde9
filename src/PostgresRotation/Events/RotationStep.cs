namespace RotationLambdas.PostgresRotation.Events;

/// <summary>The four steps of a rotation, in the order Secrets Manager invokes them (user guide: "Rotation by Lambda function").</summary>
internal enum RotationStep
{
    /// <summary>Store the new credential as the pending version.</summary>
    CreateSecret,

    /// <summary>Make the database accept it.</summary>
    SetSecret,

    /// <summary>Test that it works.</summary>
    TestSecret,

    /// <summary>Move AWSCURRENT to it.</summary>
    FinishSecret,
}
