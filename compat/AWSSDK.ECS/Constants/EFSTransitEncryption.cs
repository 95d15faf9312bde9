namespace Amazon.ECS;

/// <summary>Values of <c>EFSTransitEncryption</c>; the service may know more than are named here.</summary>
public class EFSTransitEncryption : ConstantClass
{
    public static readonly EFSTransitEncryption DISABLED = new("DISABLED");
    public static readonly EFSTransitEncryption ENABLED = new("ENABLED");

    public EFSTransitEncryption(string value)
        : base(value)
    {
    }

    public static implicit operator EFSTransitEncryption(string value) => FindValue(value);

    public static EFSTransitEncryption FindValue(string value) => FindValue<EFSTransitEncryption>(value);
}
