namespace Amazon.ECS;

/// <summary>Values of <c>TaskFilesystemType</c>; the service may know more than are named here.</summary>
public class TaskFilesystemType : ConstantClass
{
    public static readonly TaskFilesystemType Ext3 = new("ext3");
    public static readonly TaskFilesystemType Ext4 = new("ext4");
    public static readonly TaskFilesystemType Ntfs = new("ntfs");
    public static readonly TaskFilesystemType Xfs = new("xfs");

    public TaskFilesystemType(string value)
        : base(value)
    {
    }

    public static implicit operator TaskFilesystemType(string value) => FindValue(value);

    public static TaskFilesystemType FindValue(string value) => FindValue<TaskFilesystemType>(value);
}
