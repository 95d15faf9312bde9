namespace Amazon.ECS;

/// <summary>Values of <c>PlacementConstraintType</c>; the service may know more than are named here.</summary>
public class PlacementConstraintType : ConstantClass
{
    public static readonly PlacementConstraintType DistinctInstance = new("distinctInstance");
    public static readonly PlacementConstraintType MemberOf = new("memberOf");

    public PlacementConstraintType(string value)
        : base(value)
    {
    }

    public static implicit operator PlacementConstraintType(string value) => FindValue(value);

    public static PlacementConstraintType FindValue(string value) => FindValue<PlacementConstraintType>(value);
}
