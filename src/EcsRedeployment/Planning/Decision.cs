namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>The decision about a service: Notify is for somebody else to act, Later means not yet.</summary>
internal enum Decision
{
    Skip,
    Notify,
    Later,
    StopTasks,
    Redeploy,
}
