namespace Amazon.SecretsManager;

/// <summary>Values of <c>SortByType</c>; the service may know more than are named here.</summary>
public class SortByType : ConstantClass
{
    public static readonly SortByType CreatedDate = new("created-date");
    public static readonly SortByType LastAccessedDate = new("last-accessed-date");
    public static readonly SortByType LastChangedDate = new("last-changed-date");
    public static readonly SortByType Name = new("name");

    public SortByType(string value)
        : base(value)
    {
    }

    public static implicit operator SortByType(string value) => FindValue(value);

    public static SortByType FindValue(string value) => FindValue<SortByType>(value);
}
