using System.Security.Cryptography;
using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal sealed class GetRandomPassword : IOperation
{
    private const int DefaultLength = 32;
    private const int MostLength = 4096;
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    public JsonObject Answer(JsonObject input)
    {
        var length = input.Number("PasswordLength") ?? DefaultLength;
        if (length is < 1 or > MostLength)
        {
            throw new AwsServiceException("ValidationException", $"1 validation error detected: Value '{length}' at 'passwordLength' failed to satisfy constraint: Member must be between 1 and {MostLength}");
        }

        var excluded = input.Text("ExcludeCharacters") ?? "";
        var types = Types(input).Select(type => string.Concat(type.Except(excluded))).Where(type => type.Length > 0).ToList();
        if (types.Count == 0)
        {
            throw new AwsServiceException("InvalidParameterException", "No characters are left to make a password of.");
        }

        var required = input.Flag("RequireEachIncludedType") ?? true;
        if (required && length < types.Count)
        {
            throw new AwsServiceException("InvalidParameterException", "Password length is too short based on the required types.");
        }

        var all = string.Concat(types) + (input.Flag("IncludeSpace") == true && !excluded.Contains(' ', StringComparison.Ordinal) ? " " : "");
        var password = (required ? types.Select(type => RandomNumberGenerator.GetItems<char>(type, 1)[0]) : []).ToList();
        password.AddRange(RandomNumberGenerator.GetItems<char>(all, length - password.Count));
        var characters = password.ToArray();
        RandomNumberGenerator.Shuffle<char>(characters);
        return new JsonObject { ["RandomPassword"] = new string(characters) };
    }

    private static IEnumerable<string> Types(JsonObject input)
    {
        (string Member, string Characters)[] types =
        [
            ("ExcludeLowercase", "abcdefghijklmnopqrstuvwxyz"),
            ("ExcludeUppercase", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            ("ExcludeNumbers", "0123456789"),
            ("ExcludePunctuation", Punctuation),
        ];
        return types.Where(type => input.Flag(type.Member) != true).Select(type => type.Characters);
    }
}
