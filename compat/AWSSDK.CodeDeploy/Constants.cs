namespace Amazon.CodeDeploy;

[JsonConverter(typeof(ConstantConverter<BundleType>))]
public class BundleType(string value) : ConstantClass(value)
{
    public static implicit operator BundleType(string value) => FindValue<BundleType>(value);
}

[JsonConverter(typeof(ConstantConverter<DeploymentCreator>))]
public class DeploymentCreator(string value) : ConstantClass(value)
{
    public static readonly DeploymentCreator CodeDeployRollback = new("codeDeployRollback");

    public static implicit operator DeploymentCreator(string value) => FindValue<DeploymentCreator>(value);
}

[JsonConverter(typeof(ConstantConverter<DeploymentStatus>))]
public class DeploymentStatus(string value) : ConstantClass(value)
{
    public static readonly DeploymentStatus InProgress = new("InProgress");
    public static readonly DeploymentStatus Succeeded = new("Succeeded");
    public static readonly DeploymentStatus Failed = new("Failed");
    public static readonly DeploymentStatus Stopped = new("Stopped");

    public static implicit operator DeploymentStatus(string value) => FindValue<DeploymentStatus>(value);
}

[JsonConverter(typeof(ConstantConverter<ErrorCode>))]
public class ErrorCode(string value) : ConstantClass(value)
{
    public static implicit operator ErrorCode(string value) => FindValue<ErrorCode>(value);
}

[JsonConverter(typeof(ConstantConverter<RevisionLocationType>))]
public class RevisionLocationType(string value) : ConstantClass(value)
{
    public static readonly RevisionLocationType S3 = new("S3");
    public static readonly RevisionLocationType AppSpecContent = new("AppSpecContent");

    public static implicit operator RevisionLocationType(string value) => FindValue<RevisionLocationType>(value);
}
