using System.Xml.Linq;

namespace Amazon.RDS.Model;

public class DBInstance
{
    public Endpoint Endpoint { get; set; }

    public string Engine { get; set; }

    public MasterUserSecret MasterUserSecret { get; set; }

    internal static DBInstance Read(XElement xml) => new()
    {
        Endpoint = xml.Child("Endpoint") is { } endpoint ? Endpoint.Read(endpoint) : null,
        Engine = xml.Text("Engine"),
        MasterUserSecret = MasterUserSecret.Read(xml.Child("MasterUserSecret")),
    };
}
