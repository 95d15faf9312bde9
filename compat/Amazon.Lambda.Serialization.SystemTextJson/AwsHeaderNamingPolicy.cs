using System.Text.Json;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>Two names of AWS's events that no .NET identifier can spell; all others go to the policy behind, or stay as they are.</summary>
internal sealed class AwsHeaderNamingPolicy(JsonNamingPolicy others) : JsonNamingPolicy
{
    public override string ConvertName(string name) => name switch
    {
        "XAmzId2" => "x-amz-id-2",
        "XAmzRequestId" => "x-amz-request-id",
        _ => others is null ? name : others.ConvertName(name),
    };
}
