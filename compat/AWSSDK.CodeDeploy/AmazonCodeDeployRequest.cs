namespace Amazon.CodeDeploy;

public class AmazonCodeDeployRequest : AmazonWebServiceRequest;
