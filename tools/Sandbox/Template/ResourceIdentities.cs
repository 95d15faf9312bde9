namespace RotationLambdas.Sandbox.Template;

/// <summary>What <c>Ref</c> and <c>Fn::GetAtt</c> give for each type of resource that the template has (each type's page in the AWS
/// CloudFormation Template Reference, "Return values"). A resource without a name of its own is called after the stack, the logical id and
/// twelve random characters.</summary>
internal sealed class ResourceIdentities(StackSettings stack, JsonObject resources, Func<JsonNode?, JsonNode?> resolve)
{
    public string? Reference(string id) => Type(id) switch
    {
        null => null,
        "AWS::SQS::Queue" => $"{stack.Endpoint.ToString().TrimEnd('/')}/{stack.AccountId}/{Name(id)}",
        "AWS::SNS::Topic" or "AWS::SecretsManager::Secret" or "AWS::Lambda::Alias" => Arn(id),
        "AWS::KMS::Key" => KeyId,
        "AWS::EC2::SecurityGroup" => "sg-" + id,
        _ => Name(id),
    };

    public string? Attribute(string id, string attribute) => (Type(id), attribute) switch
    {
        (null, _) => null,
        ("AWS::Logs::LogGroup", "Arn") => Arn(id) + ":*",
        ("AWS::Lambda::Version", "Version") => "1",
        (_, "Arn") => Arn(id),
        ("AWS::SQS::Queue", "QueueName") or ("AWS::SNS::Topic", "TopicName") => Name(id),
        ("AWS::EC2::VPCEndpoint", "DnsEntries") => $"Z1HUB23UULQXV:vpce-0a1b2c3d.secretsmanager.{stack.Region}.vpce.amazonaws.com",
        ("AWS::SQS::Queue", "QueueUrl") or ("AWS::EC2::SecurityGroup", "GroupId") => Reference(id),
        _ => null,
    };

    private string? Arn(string id) => Type(id) switch
    {
        "AWS::Serverless::Function" or "AWS::Lambda::Function" => Arn("lambda", $"function:{Name(id)}"),
        "AWS::Lambda::Alias" =>
            Arn("lambda", $"function:{Intrinsics.Text(resolve(resources[id]!["Properties"]!["FunctionName"]))}:{Name(id)}"),
        "AWS::IAM::Role" => $"arn:{StackSettings.Partition}:iam::{stack.AccountId}:role/{Name(id)}",
        "AWS::SQS::Queue" => Arn("sqs", Name(id)),
        "AWS::SNS::Topic" => Arn("sns", Name(id)),
        "AWS::Events::Rule" => Arn("events", $"rule/{Name(id)}"),
        "AWS::Logs::LogGroup" => Arn("logs", $"log-group:{Name(id)}"),
        "AWS::KMS::Key" => Arn("kms", $"key/{KeyId}"),
        "AWS::CloudWatch::Alarm" => Arn("cloudwatch", $"alarm:{Name(id)}"),
        "AWS::SecretsManager::Secret" => Arn("secretsmanager", $"secret:{Name(id)}-AbCdEf"),
        _ => null,
    };

    private readonly string _suffix = RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 12);

    private const string KeyId = "1234abcd-12ab-34cd-56ef-1234567890ab";

    private string Arn(string service, string rest) => $"arn:{StackSettings.Partition}:{service}:{stack.Region}:{stack.AccountId}:{rest}";

    private string? Type(string id) => Intrinsics.Text(resources[id]?["Type"]);

    private string Name(string id) =>
        Intrinsics.Text(resolve(resources[id]!["Properties"]?[NameProperty(id)])) ?? $"{stack.StackName}-{id}-{_suffix}";

    private string NameProperty(string id) => Type(id) switch
    {
        "AWS::Serverless::Function" or "AWS::Lambda::Function" => "FunctionName",
        "AWS::SQS::Queue" => "QueueName",
        "AWS::SNS::Topic" => "TopicName",
        "AWS::IAM::Role" => "RoleName",
        "AWS::Logs::LogGroup" => "LogGroupName",
        "AWS::CloudWatch::Alarm" => "AlarmName",
        "AWS::CloudWatch::Dashboard" => "DashboardName",
        _ => "Name",
    };
}
