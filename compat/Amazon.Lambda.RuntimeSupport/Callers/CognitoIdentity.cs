using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Callers;

/// <summary>The Cognito identity header, a JSON object; both parts are null when there was none.</summary>
internal sealed class CognitoIdentity(JsonElement? json) : ICognitoIdentity
{
    public string IdentityId => json?.Text("cognitoIdentityId");

    public string IdentityPoolId => json?.Text("cognitoIdentityPoolId");

    internal static CognitoIdentity Parse(string header) => new(HeaderJson.Parse(header));
}
