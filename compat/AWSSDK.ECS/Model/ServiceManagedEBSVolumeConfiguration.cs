namespace Amazon.ECS.Model;

/// <summary><c>ServiceManagedEBSVolumeConfiguration</c> of the Amazon ECS API reference.</summary>
public class ServiceManagedEBSVolumeConfiguration
{
    public bool? Encrypted { get; set; }

    public TaskFilesystemType FilesystemType { get; set; }

    public int? Iops { get; set; }

    public string KmsKeyId { get; set; }

    public string RoleArn { get; set; }

    public int? SizeInGiB { get; set; }

    public string SnapshotId { get; set; }

    public List<EBSTagSpecification> TagSpecifications { get; set; }

    public int? Throughput { get; set; }

    public int? VolumeInitializationRate { get; set; }

    public string VolumeType { get; set; }

    internal static ServiceManagedEBSVolumeConfiguration Read(JsonElement json) => new()
    {
        Encrypted = json.Flag("encrypted"),
        FilesystemType = json.Text("filesystemType"),
        Iops = json.Int("iops"),
        KmsKeyId = json.Text("kmsKeyId"),
        RoleArn = json.Text("roleArn"),
        SizeInGiB = json.Int("sizeInGiB"),
        SnapshotId = json.Text("snapshotId"),
        TagSpecifications = json.List("tagSpecifications", EBSTagSpecification.Read),
        Throughput = json.Int("throughput"),
        VolumeInitializationRate = json.Int("volumeInitializationRate"),
        VolumeType = json.Text("volumeType"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Flag("encrypted", Encrypted);
        json.Text("filesystemType", FilesystemType?.Value);
        json.Number("iops", Iops);
        json.Text("kmsKeyId", KmsKeyId);
        json.Text("roleArn", RoleArn);
        json.Number("sizeInGiB", SizeInGiB);
        json.Text("snapshotId", SnapshotId);
        json.List("tagSpecifications", TagSpecifications, (item, to) => item.Write(to));
        json.Number("throughput", Throughput);
        json.Number("volumeInitializationRate", VolumeInitializationRate);
        json.Text("volumeType", VolumeType);
    }
}
