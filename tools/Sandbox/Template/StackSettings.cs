namespace RotationLambdas.Sandbox.Template;

/// <summary>Where a template is deployed: the values of CloudFormation's pseudo parameters.</summary>
/// <param name="StackName">The stack's name, at most 47 characters, so that the functions' names fit in 64.</param>
/// <param name="Region">The Region in ARNs.</param>
/// <param name="AccountId">The twelve digits in ARNs.</param>
/// <param name="Endpoint">The address that queue URLs begin with, such as a sandbox's.</param>
public sealed record StackSettings(string StackName, string Region, string AccountId, Uri Endpoint)
{
    /// <summary>Always <c>aws</c>.</summary>
    public const string Partition = "aws";

    internal string? Pseudo(string name) => name switch
    {
        "AWS::StackName" => StackName,
        "AWS::Region" => Region,
        "AWS::AccountId" => AccountId,
        "AWS::Partition" => Partition,
        "AWS::URLSuffix" => "amazonaws.com",
        "AWS::StackId" => $"arn:{Partition}:cloudformation:{Region}:{AccountId}:stack/{StackName}/00000000-0000-4000-8000-000000000000",
        _ => null,
    };
}
