namespace Amazon.ECS;

public class AmazonECSRequest : AmazonWebServiceRequest;
