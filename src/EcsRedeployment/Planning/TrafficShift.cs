namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>`deploymentConfiguration.strategy`.</summary>
internal enum TrafficShift
{
    /// <summary>Tasks are replaced in place. Also the strategy of a service that names none.</summary>
    Rolling,

    /// <summary>All traffic moves at once; old tasks run until the clean-up after the bake time.</summary>
    BlueGreen,

    /// <summary>Traffic moves in equal steps.</summary>
    Linear,

    /// <summary>A small share of the traffic moves first.</summary>
    Canary,

    /// <summary>A strategy that this version does not support.</summary>
    Unknown,
}
