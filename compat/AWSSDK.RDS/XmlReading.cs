using System.Xml.Linq;

namespace Amazon.RDS;

/// <summary>Reads members of an element, in any namespace. What is absent reads as null.</summary>
internal static class XmlReading
{
    internal static XElement Child(this XElement xml, string name) =>
        xml?.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    internal static string Text(this XElement xml, string name) => xml.Child(name)?.Value;

    internal static int? Int(this XElement xml, string name) =>
        xml.Child(name) is { } number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : null;

    internal static List<T> List<T>(this XElement xml, string name, Func<XElement, T> read) =>
        xml.Child(name)?.Elements().Select(read).ToList();
}
