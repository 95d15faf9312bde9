using Amazon.EventBridge.Model;

namespace Amazon.EventBridge;

/// <summary>Which exception stands for which error code.</summary>
internal static class EventBridgeErrors
{
    internal static AmazonServiceException Create(ErrorReply e) => e.Code switch
    {
        "InternalException" => new InternalException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        _ => new AmazonEventBridgeException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };
}
