namespace RotationLambdas.PostgresRotation.Events;

/// <summary>The four steps of a rotation, in the order Secrets Manager invokes them (user guide: "Rotation by Lambda function").</summary>
internal enum RotationStep
{
    /// <summary>Write the new credential down as the pending version.</summary>
    CreateSecret,

    /// <summary>Make the database accept it.</summary>
    SetSecret,

    /// <summary>Prove that it works.</summary>
    TestSecret,

    /// <summary>Move AWSCURRENT to it.</summary>
    FinishSecret,
}
