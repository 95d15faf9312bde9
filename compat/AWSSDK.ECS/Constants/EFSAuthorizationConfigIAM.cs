namespace Amazon.ECS;

/// <summary>Values of <c>EFSAuthorizationConfigIAM</c>; the service may know more than are named here.</summary>
public class EFSAuthorizationConfigIAM : ConstantClass
{
    public static readonly EFSAuthorizationConfigIAM DISABLED = new("DISABLED");
    public static readonly EFSAuthorizationConfigIAM ENABLED = new("ENABLED");

    public EFSAuthorizationConfigIAM(string value)
        : base(value)
    {
    }

    public static implicit operator EFSAuthorizationConfigIAM(string value) => FindValue(value);

    public static EFSAuthorizationConfigIAM FindValue(string value) => FindValue<EFSAuthorizationConfigIAM>(value);
}
