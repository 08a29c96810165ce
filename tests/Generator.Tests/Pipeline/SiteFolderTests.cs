using Recto.Pipeline;
using Recto.Tests.Runs;
using Xunit;

namespace Recto.Tests.Pipeline;

/// <summary>A build may be killed between any two steps.</summary>
public static class SiteFolderTests
{
    [Fact]
    public static void Killed_while_writing_leaves_the_old_edition()
    {
        using var scratch = new Scratch();
        scratch.Write("site/a", "old");
        scratch.Write(".site-new/a", "ne");
        new SiteFolder(scratch["site"]).Recover();
        Assert.Equal("old", File.ReadAllText(scratch["site/a"]));
        Assert.Equal([scratch["site"]], Directory.GetFileSystemEntries(scratch.Path));
    }

    [Fact]
    public static void Killed_between_moving_away_and_moving_in_brings_the_old_edition_back()
    {
        using var scratch = new Scratch();
        scratch.Write(".site-old/a", "old");
        scratch.Write(".site-new/a", "new");
        new SiteFolder(scratch["site"]).Recover();
        Assert.Equal("old", File.ReadAllText(scratch["site/a"]));
        Assert.Equal([scratch["site"]], Directory.GetFileSystemEntries(scratch.Path));
    }

    [Fact]
    public static void Killed_before_the_old_edition_is_deleted_keeps_the_new_one()
    {
        using var scratch = new Scratch();
        scratch.Write("site/a", "new");
        scratch.Write(".site-old/a", "old");
        new SiteFolder(scratch["site"]).Recover();
        Assert.Equal("new", File.ReadAllText(scratch["site/a"]));
        Assert.Equal([scratch["site"]], Directory.GetFileSystemEntries(scratch.Path));
    }

    [Fact]
    public static void Where_the_system_can_the_editions_are_exchanged_in_one_step()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "no such system call");
        using var scratch = new Scratch();
        scratch.Write("a/which", "a");
        scratch.Write("b/which", "b");
        Assert.True(FolderExchange.TrySwap(scratch["a"], scratch["b"]));
        Assert.Equal("b", File.ReadAllText(scratch["a/which"]));
        Assert.Equal("a", File.ReadAllText(scratch["b/which"]));
        Assert.False(FolderExchange.TrySwap(scratch["a"], scratch["none"]));
    }
}
