namespace Amazon.CodeDeploy;

public class ErrorCode(string value) : ConstantClass(value)
{
    public static ErrorCode FindValue(string value) => FindValue<ErrorCode>(value);

    public static implicit operator ErrorCode(string value) => FindValue(value);
}
