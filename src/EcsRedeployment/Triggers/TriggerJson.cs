using System.Text.Json.Serialization;

namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>The JSON of an invocation, for Lambda's serializer: no reflection. It has many shapes, which <see cref="TriggerReader"/>
/// distinguishes.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class TriggerJson : JsonSerializerContext;
