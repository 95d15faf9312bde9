namespace Amazon.ECS;

/// <summary>Values of <c>FirelensConfigurationType</c>; the service may know more than are named here.</summary>
public class FirelensConfigurationType : ConstantClass
{
    public FirelensConfigurationType(string value)
        : base(value)
    {
    }

    public static implicit operator FirelensConfigurationType(string value) => FindValue(value);

    public static FirelensConfigurationType FindValue(string value) => FindValue<FirelensConfigurationType>(value);
}
