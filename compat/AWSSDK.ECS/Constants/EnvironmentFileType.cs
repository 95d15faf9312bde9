namespace Amazon.ECS;

/// <summary>Values of <c>EnvironmentFileType</c>; the service may know more than are named here.</summary>
public class EnvironmentFileType : ConstantClass
{
    public static readonly EnvironmentFileType S3 = new("s3");

    public EnvironmentFileType(string value)
        : base(value)
    {
    }

    public static implicit operator EnvironmentFileType(string value) => FindValue(value);

    public static EnvironmentFileType FindValue(string value) => FindValue<EnvironmentFileType>(value);
}
