using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

public static class DigestCacheTests
{
    private static readonly byte[] Value = [1, 2, 3];

    [Fact]
    public static void What_was_kept_is_found_by_its_key_alone()
    {
        using var scratch = new Scratch();
        new DigestCache(scratch.Path).Keep("a", Value);
        Assert.Equal(Value, new DigestCache(scratch.Path).Find("a"));
        Assert.Null(new DigestCache(scratch.Path).Find("b"));
        Assert.Equal(["a"], scratch.Files(""));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(66)]
    public static void An_entry_that_was_cut_short_is_not_there(int length)
    {
        using var scratch = new Scratch();
        new DigestCache(scratch.Path).Keep("a", Value);
        File.WriteAllBytes(scratch["a"], File.ReadAllBytes(scratch["a"])[..length]);
        Assert.Null(new DigestCache(scratch.Path).Find("a"));
    }

    [Fact]
    public static void An_entry_in_which_any_byte_changed_is_not_there()
    {
        using var scratch = new Scratch();
        new DigestCache(scratch.Path).Keep("a", Value);
        var bytes = File.ReadAllBytes(scratch["a"]);
        foreach (var i in Enumerable.Range(0, bytes.Length))
        {
            File.WriteAllBytes(scratch["a"], [.. bytes[..i], (byte)(bytes[i] ^ 1), .. bytes[(i + 1)..]]);
            Assert.Null(new DigestCache(scratch.Path).Find("a"));
        }
    }

    [Fact]
    public static void Pruned_it_holds_what_was_used_and_three_times_as_much_of_the_latest_rest()
    {
        using var scratch = new Scratch();
        var earlier = new DigestCache(scratch.Path);
        foreach (var i in Enumerable.Range(0, 9))
        {
            earlier.Keep($"{i}", Value);
            File.SetLastWriteTimeUtc(scratch[$"{i}"], DateTime.UnixEpoch.AddDays(i));
        }

        var later = new DigestCache(scratch.Path);
        Assert.NotNull(later.Find("0"));
        later.Prune();
        Assert.Equal(["0", "6", "7", "8"], scratch.Files(""));
    }
}
