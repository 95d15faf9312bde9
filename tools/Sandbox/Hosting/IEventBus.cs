namespace RotationLambdas.Sandbox.Hosting;

/// <summary>Where the services publish the events that AWS would send to EventBridge's default bus.</summary>
public interface IEventBus
{
    void Publish(JsonObject awsEvent);

    IDisposable Subscribe(Action<JsonObject> subscriber);
}
