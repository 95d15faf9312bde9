namespace Amazon.RDS;

public class AmazonRDSRequest : AmazonWebServiceRequest;
