using System.Globalization;
using Recto.Content;

namespace Recto.Runs;

/// <summary>The door to the network: fetches a file of a data set from the first source that serves it whole.</summary>
/// <param name="patience">How long a server may send nothing.</param>
/// <param name="say">Told what happens, a line at a time.</param>
public sealed class Download(HttpClient http, TimeSpan patience, Action<string> say)
{
    /// <summary>To a temporary name in the same folder, then checked, then renamed.</summary>
    /// <returns>The file's path, or null where no source served it; why is added to the troubles.</returns>
    public async Task<string?> FetchAsync(
        DataSet set,
        DataSetFile file,
        string folder,
        ICollection<string> troubles,
        CancellationToken cancel
    )
    {
        try
        {
            Directory.CreateDirectory(folder);
            return await FromSourcesAsync(set, file, folder, troubles, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            troubles.Add($"{folder} cannot be written: {e.Message}");
            return null;
        }
    }

    private async Task<string?> FromSourcesAsync(
        DataSet set,
        DataSetFile file,
        string folder,
        ICollection<string> troubles,
        CancellationToken cancel
    )
    {
        var name = file.PackedName;
        var temporary = Path.Combine(folder, $".part-{Environment.ProcessId}-{name}");
        foreach (var source in set.Sources)
        {
            var address = new Uri(source + name);
            try
            {
                var trouble = await CopyAsync(address, temporary, cancel) ?? DataSets.Trouble(temporary, file);
                if (trouble is null)
                {
                    File.Move(temporary, Path.Combine(folder, name), overwrite: true);
                    return Path.Combine(folder, name);
                }

                troubles.Add($"{address} {trouble}");
                say($"{address} {trouble}");
            }
            finally
            {
                File.Delete(temporary);
            }
        }

        return null;
    }

    /// <returns>What went wrong, or null.</returns>
    private async Task<string?> CopyAsync(Uri address, string target, CancellationToken cancel)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        silence.CancelAfter(patience);
        try
        {
            using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, silence.Token);
            if (!response.IsSuccessStatusCode)
            {
                return $"answers {(int)response.StatusCode} {response.ReasonPhrase}";
            }

            await using var body = await response.Content.ReadAsStreamAsync(silence.Token);
            await using var file = File.Create(target);
            var total = response.Content.Headers.ContentLength;
            var buffer = new byte[1 << 16];
            long done = 0;
            for (int read; (read = await body.ReadAsync(buffer, silence.Token)) > 0; )
            {
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
                Report(address, done, done += read, total);
                silence.CancelAfter(patience);
            }

            return done < total ? $"breaks off after {done} of {total} bytes" : null;
        }
        catch (HttpRequestException e)
        {
            return $"does not answer: {e.Message}";
        }
        catch (HttpIOException e)
        {
            return $"breaks off: {e.Message}";
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return string.Create(CultureInfo.InvariantCulture, $"is silent for {patience.TotalSeconds:0.#} s");
        }
    }

    /// <summary>A line at the beginning and at each fifth of the way.</summary>
    private void Report(Uri address, long before, long now, long? total)
    {
        if (total is > 0 && (before == 0 || before * 5 / total != now * 5 / total))
        {
            say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"downloading {address}: {100 * now / total} % of {total / 1e6:0.0} MB"
                )
            );
        }
    }
}
