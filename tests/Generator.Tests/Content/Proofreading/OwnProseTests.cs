using Recto.Content;
using Recto.Content.Proofreading;
using Recto.Diagnostics;
using Xunit;

namespace Recto.Tests.Content.Proofreading;

public static class OwnProseTests
{
    /// <summary>Said at every build as well, but there after minutes.</summary>
    [Fact]
    public static void The_report_that_this_repository_publishes_is_proofread()
    {
        var bag = new DiagnosticBag();
        var workspace = new Workspace(Repository.Root, Repository.Root, "");
        Proofreader.Check(BookReader.Read(workspace, bag)!, workspace, bag);
        Assert.Empty(bag.Sorted());
    }
}
