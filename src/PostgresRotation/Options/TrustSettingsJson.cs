using System.Text.Json.Serialization;

namespace RotationLambdas.PostgresRotation.Options;

/// <summary>The strict JSON form of <see cref="TrustSettings"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(TrustSettings))]
internal sealed partial class TrustSettingsJson : JsonSerializerContext;
