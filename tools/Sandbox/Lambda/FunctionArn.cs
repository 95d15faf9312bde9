namespace RotationLambdas.Sandbox.Lambda;

internal static class FunctionArn
{
    public static string NameIn(string nameOrArn)
    {
        var parts = nameOrArn.Split(':');
        return parts.Length >= 7 && parts[0] == "arn" ? parts[6] : parts[0];
    }
}
