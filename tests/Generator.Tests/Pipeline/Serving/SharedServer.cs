using Xunit;

namespace Recto.Tests.Pipeline.Serving;

/// <summary>For tests that only ask; ends with them.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private ServedReport? served;

    public string Address => served!.Address;

    public async ValueTask InitializeAsync() => served = await ServedReport.StartAsync();

    public ValueTask DisposeAsync() => served!.DisposeAsync();
}
