using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Compat.AwsJson;

/// <summary>Every operation of these services is signed with Signature Version 4 and nothing else.</summary>
internal sealed class SigV4Only : BaseAuthResolverHandler
{
    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) => AuthSchemeOption.DEFAULT_SIGV4;
}
