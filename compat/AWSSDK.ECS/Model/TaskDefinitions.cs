namespace Amazon.ECS.Model;

public class DescribeTaskDefinitionRequest : AmazonECSRequest
{
    public string TaskDefinition { get; set; }
}

public class DescribeTaskDefinitionResponse : AmazonWebServiceResponse
{
    public TaskDefinition TaskDefinition { get; set; }
}

public class TaskDefinition
{
    public List<ContainerDefinition> ContainerDefinitions { get; set; }
    public TaskDefinitionStatus Status { get; set; }
    public string TaskDefinitionArn { get; set; }
    public List<Volume> Volumes { get; set; }
}

public class ContainerDefinition
{
    public List<string> CredentialSpecs { get; set; }
    public List<KeyValuePair> Environment { get; set; }
    public FirelensConfiguration FirelensConfiguration { get; set; }
    public string Image { get; set; }
    public LogConfiguration LogConfiguration { get; set; }
    public string Name { get; set; }
    public RepositoryCredentials RepositoryCredentials { get; set; }
    public List<Secret> Secrets { get; set; }
}

public class KeyValuePair
{
    public string Name { get; set; }
    public string Value { get; set; }
}

public class Secret
{
    public string Name { get; set; }
    public string ValueFrom { get; set; }
}

public class RepositoryCredentials
{
    public string CredentialsParameter { get; set; }
}

public class LogConfiguration
{
    public LogDriver LogDriver { get; set; }
    public List<Secret> SecretOptions { get; set; }
}

public class FirelensConfiguration
{
    public FirelensConfigurationType Type { get; set; }
}

public class Volume
{
    public FSxWindowsFileServerVolumeConfiguration FsxWindowsFileServerVolumeConfiguration { get; set; }
    public string Name { get; set; }
}

public class FSxWindowsFileServerVolumeConfiguration
{
    public FSxWindowsFileServerAuthorizationConfig AuthorizationConfig { get; set; }
    public string FileSystemId { get; set; }
}

public class FSxWindowsFileServerAuthorizationConfig
{
    public string CredentialsParameter { get; set; }
    public string Domain { get; set; }
}
