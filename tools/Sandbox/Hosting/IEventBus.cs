using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.Hosting;

/// <summary>Where the services publish the events that AWS would send to EventBridge's default bus.</summary>
public interface IEventBus
{
    /// <summary>Hands a whole event envelope (see <see cref="AwsEvent"/>) to every subscriber, in order, before it returns.</summary>
    void Publish(JsonObject awsEvent);

    /// <summary>Calls <paramref name="subscriber"/> with a copy of its own for every event from now on, until what is returned is disposed of. It must be quick and must not throw.</summary>
    IDisposable Subscribe(Action<JsonObject> subscriber);
}
