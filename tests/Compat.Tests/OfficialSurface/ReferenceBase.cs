namespace RotationLambdas.Compat.Tests.OfficialSurface;

/// <summary>Base types, which the listings leave out because all packages follow the same pattern.</summary>
internal static class ReferenceBase
{
    /// <summary>The base list of a type, with its colon; empty without one.</summary>
    internal static string Of(string name, List<string> members) => name switch
    {
        "CamelCaseLambdaJsonSerializer" => " : DefaultLambdaJsonSerializer",
        "DefaultLambdaJsonSerializer" or "SourceGeneratorLambdaJsonSerializer" => " : AbstractLambdaJsonSerializer, ILambdaSerializer",
        "JsonSerializerException" => " : Exception",
        "LambdaSerializerAttribute" => " : System.Attribute",
        _ when name.StartsWith("Test") => $" : I{name[4..]}",
        _ when Service(name, "I", "") => " : IAmazonService, IDisposable",
        _ when Service(name, "", "Client") => $" : AmazonServiceClient, I{name[..^"Client".Length]}",
        _ when Service(name, "", "Config") => " : ClientConfig",
        _ when Service(name, "", "Exception") => " : AmazonServiceException",
        _ when Service(name, "", "Request") => " : AmazonWebServiceRequest",
        _ when name.EndsWith("Exception") && members.Exists(member => member.Contains("HttpStatusCode")) => " : BaseException",
        _ when name.EndsWith("Request") && !name.StartsWith("Invocation") => " : BaseRequest",
        _ when name.EndsWith("Response") && !name.StartsWith("Invocation") => " : AmazonWebServiceResponse",
        _ when members.Contains($"static {name} FindValue(string)") => " : ConstantClass",
        _ when members.Contains("void Dispose()") => " : IDisposable",
        _ => "",
    };

    /// <summary>The call of the base constructor, for bases without one that takes nothing.</summary>
    internal static string Call(string name, string constructor) => name switch
    {
        "DefaultLambdaJsonSerializer" or "SourceGeneratorLambdaJsonSerializer" => " : base(null)",
        _ when constructor == ".ctor(string)" && !name.EndsWith("Exception") => " : base(null)", // Of a constant.
        _ when Service(name, "", "Config") => " : base((IDefaultConfigurationProvider)null)",
        _ when Service(name, "", "Client") => " : base((AWSCredentials)null, null)",
        _ => "",
    };

    internal static string Members(string name) => name switch
    {
        _ when Service(name, "I", "") =>
            "static ClientConfig IAmazonService.CreateDefaultClientConfig() => throw null;"
            + " static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials c, ClientConfig config) => throw null;",
        _ when Service(name, "", "Client") => "protected override IServiceMetadata ServiceMetadata => throw null;",
        _ when Service(name, "", "Config") => "public override string RegionEndpointServiceName => throw null;"
            + " public override string ServiceVersion => throw null; public override string UserAgent => throw null;"
            + " public override Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint("
            + "ServiceOperationEndpointParameters parameters) => throw null;",
        _ => "",
    };

    private static bool Service(string name, string before, string after) =>
        Regex.IsMatch(name, $"^{before}Amazon[A-Z][A-Za-z]*(?<!Client|Config|Exception|Request){after}$");
}
