namespace Amazon.ECS;

public class LogDriver : ConstantClass
{
    public LogDriver(string value)
        : base(value)
    {
    }

    public static implicit operator LogDriver(string value) => FindValue(value);

    public static LogDriver FindValue(string value) => FindValue<LogDriver>(value);
}
