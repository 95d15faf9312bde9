namespace Amazon.ECS.Model;

public class ClientException(string message, Exception innerException = null) : AmazonECSException(message, innerException);

public class ClusterNotFoundException(string message, Exception innerException = null) : AmazonECSException(message, innerException);

public class InvalidParameterException(string message, Exception innerException = null) : AmazonECSException(message, innerException);

public class ServiceNotActiveException(string message, Exception innerException = null) : AmazonECSException(message, innerException);

public class ServiceNotFoundException(string message, Exception innerException = null) : AmazonECSException(message, innerException);
