namespace RotationLambdas.Sandbox.Lambda;

/// <summary>Reads function names out of what callers give.</summary>
internal static class FunctionArn
{
    /// <summary>The function's name in a name, an ARN or a qualified ARN (<c>…:function:name:alias</c>).</summary>
    public static string NameIn(string nameOrArn)
    {
        var parts = nameOrArn.Split(':');
        return parts.Length >= 7 && parts[0] == "arn" ? parts[6] : parts[0];
    }
}
