namespace Compat.AwsJson;

/// <summary>Time-outs and retry mode behind AWS_DEFAULTS_MODE ("Smart configuration defaults", AWS SDKs and Tools guide).</summary>
internal static class DefaultModes
{
    internal static readonly IDefaultConfigurationProvider Provider = new DefaultConfigurationProvider(
    [
        Mode(DefaultConfigurationMode.Standard, 3100),
        Mode(DefaultConfigurationMode.InRegion, 1100),
        Mode(DefaultConfigurationMode.CrossRegion, 3100),
        Mode(DefaultConfigurationMode.Mobile, 30000),
        Mode(DefaultConfigurationMode.Auto, 1100),
    ]);

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, int milliseconds) => new()
    {
        Name = name,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = TimeSpan.FromMilliseconds(milliseconds),
        TlsNegotiationTimeout = TimeSpan.FromMilliseconds(milliseconds),
    };
}
