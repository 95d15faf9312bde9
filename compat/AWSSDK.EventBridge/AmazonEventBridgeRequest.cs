namespace Amazon.EventBridge;

public class AmazonEventBridgeRequest : AmazonWebServiceRequest;
