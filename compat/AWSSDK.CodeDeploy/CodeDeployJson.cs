namespace Amazon.CodeDeploy;

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochConverter)])]
[JsonSerializable(typeof(CreateDeploymentRequest))]
[JsonSerializable(typeof(CreateDeploymentResponse))]
[JsonSerializable(typeof(GetApplicationRevisionRequest))]
[JsonSerializable(typeof(GetApplicationRevisionResponse))]
[JsonSerializable(typeof(GetDeploymentRequest))]
[JsonSerializable(typeof(GetDeploymentResponse))]
[JsonSerializable(typeof(ListDeploymentsRequest))]
[JsonSerializable(typeof(ListDeploymentsResponse))]
internal sealed partial class CodeDeployJson : JsonSerializerContext;
