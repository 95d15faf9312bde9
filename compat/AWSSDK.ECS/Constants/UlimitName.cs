namespace Amazon.ECS;

/// <summary>Values of <c>UlimitName</c>; the service may know more than are named here.</summary>
public class UlimitName : ConstantClass
{
    public static readonly UlimitName Core = new("core");
    public static readonly UlimitName Cpu = new("cpu");
    public static readonly UlimitName Data = new("data");
    public static readonly UlimitName Fsize = new("fsize");
    public static readonly UlimitName Locks = new("locks");
    public static readonly UlimitName Memlock = new("memlock");
    public static readonly UlimitName Msgqueue = new("msgqueue");
    public static readonly UlimitName Nice = new("nice");
    public static readonly UlimitName Nofile = new("nofile");
    public static readonly UlimitName Nproc = new("nproc");
    public static readonly UlimitName Rss = new("rss");
    public static readonly UlimitName Rtprio = new("rtprio");
    public static readonly UlimitName Rttime = new("rttime");
    public static readonly UlimitName Sigpending = new("sigpending");
    public static readonly UlimitName Stack = new("stack");

    public UlimitName(string value)
        : base(value)
    {
    }

    public static implicit operator UlimitName(string value) => FindValue(value);

    public static UlimitName FindValue(string value) => FindValue<UlimitName>(value);
}
