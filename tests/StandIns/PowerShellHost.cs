using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;

namespace Recto.StandIns;

/// <summary>Runs a script as <c>pwsh -File</c> would, with the language alone: no modules, so no cmdlets but the core's.</summary>
internal sealed class PowerShellHost : PSHost
{
    private int exitCode;

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "stand-in";

    public override PSHostUserInterface UI => null!;

    public override Version Version { get; } = new(1, 0);

    public static int Run(string script, IEnumerable<string> arguments)
    {
        var host = new PowerShellHost();
        using var runspace = RunspaceFactory.CreateRunspace(host, InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        using var output = new PSDataCollection<PSObject>();
        output.DataAdded += (_, e) => Console.Out.WriteLine(output[e.Index]);
        shell.Streams.Error.DataAdded += (_, e) => Console.Error.WriteLine(shell.Streams.Error[e.Index]);
        shell.AddCommand(script);
        foreach (var argument in arguments)
        {
            shell.AddArgument(argument);
        }

        try
        {
            shell.Invoke<PSObject, PSObject>(null, output, null);
        }
        catch (RuntimeException e)
        {
            Console.Error.WriteLine(e.ErrorRecord.ToString() + e.ErrorRecord.InvocationInfo?.PositionMessage);
            return 1;
        }

        var last = runspace.SessionStateProxy.GetVariable("LASTEXITCODE");
        return last is int code ? code : host.exitCode;
    }

    public override void SetShouldExit(int exitCode) => this.exitCode = exitCode;

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication() { }

    public override void NotifyEndApplication() { }
}
