namespace Amazon.SecretsManager.Model;

/// <summary>What <c>GetRandomPassword</c> is asked with.</summary>
public class GetRandomPasswordRequest : AmazonSecretsManagerRequest
{
    public string ExcludeCharacters { get; set; }

    public bool? ExcludeLowercase { get; set; }

    public bool? ExcludeNumbers { get; set; }

    public bool? ExcludePunctuation { get; set; }

    public bool? ExcludeUppercase { get; set; }

    public bool? IncludeSpace { get; set; }

    public long? PasswordLength { get; set; }

    public bool? RequireEachIncludedType { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("ExcludeCharacters", ExcludeCharacters);
        json.Flag("ExcludeLowercase", ExcludeLowercase);
        json.Flag("ExcludeNumbers", ExcludeNumbers);
        json.Flag("ExcludePunctuation", ExcludePunctuation);
        json.Flag("ExcludeUppercase", ExcludeUppercase);
        json.Flag("IncludeSpace", IncludeSpace);
        json.Number("PasswordLength", PasswordLength);
        json.Flag("RequireEachIncludedType", RequireEachIncludedType);
    }
}
