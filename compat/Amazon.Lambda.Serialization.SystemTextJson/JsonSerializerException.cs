namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>An event or a response could not be converted; the inner exception has the place.</summary>
public class JsonSerializerException : Exception
{
    public JsonSerializerException(string message)
        : base(message)
    {
    }

    public JsonSerializerException(string message, Exception exception)
        : base(message, exception)
    {
    }
}
