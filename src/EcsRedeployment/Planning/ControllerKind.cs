namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>Who may start a deployment of a service.</summary>
internal enum ControllerKind
{
    /// <summary>Amazon ECS itself: rolling, blue/green, linear or canary.</summary>
    Ecs,

    /// <summary>AWS CodeDeploy: a forced deployment is refused.</summary>
    CodeDeploy,

    /// <summary>A third party's controller, which makes task sets.</summary>
    External,
}
