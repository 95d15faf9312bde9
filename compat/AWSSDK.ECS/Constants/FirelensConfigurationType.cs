namespace Amazon.ECS;

public class FirelensConfigurationType : ConstantClass
{
    public FirelensConfigurationType(string value)
        : base(value)
    {
    }

    public static implicit operator FirelensConfigurationType(string value) => FindValue(value);

    public static FirelensConfigurationType FindValue(string value) => FindValue<FirelensConfigurationType>(value);
}
