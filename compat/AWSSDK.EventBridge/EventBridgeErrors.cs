using Amazon.EventBridge.Model;

namespace Amazon.EventBridge;

internal static class EventBridgeErrors
{
    internal static bool Declares(string operation, string code) => code switch
    {
        "InternalException" => true,
        _ => false,
    };

    internal static AmazonServiceException Create(ErrorReply e, bool declared) => declared ? Typed(e) : Base(e);

    private static AmazonEventBridgeException Typed(ErrorReply e) => e.Code switch
    {
        "InternalException" => new InternalException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        _ => Base(e),
    };

    private static AmazonEventBridgeException Base(ErrorReply e) =>
        new(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode);
}
