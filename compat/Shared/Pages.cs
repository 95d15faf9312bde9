namespace Compat.AwsJson;

/// <summary>All pages of a listing, one call each, in order. As with the official paginators it can be walked once.</summary>
internal sealed class Pages<TResponse>(
    Func<string, CancellationToken, Task<TResponse>> getPage, string firstToken, Func<TResponse, string> nextToken)
    : IPaginator<TResponse>
{
    private int _walked;

    public async IAsyncEnumerable<TResponse> PaginateAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _walked, 1) != 0)
        {
            throw new InvalidOperationException("Paginator has already been consumed and cannot be reused. Please create a new instance.");
        }

        var token = firstToken;
        do
        {
            var page = await getPage(token, cancellationToken).ConfigureAwait(false);
            token = nextToken(page);
            yield return page;
        }
        while (!string.IsNullOrEmpty(token));
    }
}
