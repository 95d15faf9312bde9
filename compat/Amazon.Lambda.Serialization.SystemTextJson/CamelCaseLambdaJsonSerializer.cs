using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>As <see cref="DefaultLambdaJsonSerializer"/>, with the first letter of every name in lower case.</summary>
[RequiresUnreferencedCode("Reads and writes types by reflection. Use SourceGeneratorLambdaJsonSerializer in a trimmed program.")]
[RequiresDynamicCode("Reads and writes types by reflection. Use SourceGeneratorLambdaJsonSerializer in a native program.")]
public class CamelCaseLambdaJsonSerializer : DefaultLambdaJsonSerializer
{
    public CamelCaseLambdaJsonSerializer()
        : base(UseCamelCase)
    {
    }

    private static void UseCamelCase(JsonSerializerOptions options) =>
        options.PropertyNamingPolicy = new AwsHeaderNamingPolicy(JsonNamingPolicy.CamelCase);
}
