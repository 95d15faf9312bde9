namespace Amazon.CodeDeploy.Model;

public class GetApplicationRevisionRequest : AmazonCodeDeployRequest
{
    public string ApplicationName { get; set; }
    public RevisionLocation Revision { get; set; }
}

public class GetApplicationRevisionResponse : AmazonWebServiceResponse
{
    public string ApplicationName { get; set; }
    public RevisionLocation Revision { get; set; }
}

public class RevisionLocation
{
    public AppSpecContent AppSpecContent { get; set; }
    public RevisionLocationType RevisionType { get; set; }
    public S3Location S3Location { get; set; }
#pragma warning disable CA1720 // The official package's name.
    public RawString String { get; set; }
#pragma warning restore CA1720
}

public class AppSpecContent
{
    public string Content { get; set; }
    public string Sha256 { get; set; }
}

public class RawString
{
    public string Content { get; set; }
    public string Sha256 { get; set; }
}

public class S3Location
{
    public string Bucket { get; set; }
    public BundleType BundleType { get; set; }
    public string ETag { get; set; }
    public string Key { get; set; }
    public string Version { get; set; }
}
