using System.Xml.Linq;

namespace Amazon.RDS.Model;

public class DBCluster
{
    public string Endpoint { get; set; }

    public string Engine { get; set; }

    public MasterUserSecret MasterUserSecret { get; set; }

    public int? Port { get; set; }

    internal static DBCluster Read(XElement xml) => new()
    {
        Endpoint = xml.Text("Endpoint"),
        Engine = xml.Text("Engine"),
        MasterUserSecret = MasterUserSecret.Read(xml.Child("MasterUserSecret")),
        Port = xml.Int("Port"),
    };
}
