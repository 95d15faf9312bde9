using System.Xml.Linq;

namespace Amazon.RDS.Model;

public class MasterUserSecret
{
    public string SecretArn { get; set; }

    internal static MasterUserSecret Read(XElement xml) => xml is null ? null : new() { SecretArn = xml.Text("SecretArn") };
}
