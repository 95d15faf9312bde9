namespace Amazon.SecretsManager;

public class AmazonSecretsManagerRequest : AmazonWebServiceRequest;
