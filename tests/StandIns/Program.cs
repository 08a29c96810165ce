using Recto;
using Recto.StandIns;
using Recto.StandIns.Fuzz;

// Programs that tests start in place of those that are slow to start, or not installed here.
return args switch
{
    ["worker"] => StubWorker.Run(),
    ["recto", .. var rest] => (int)await CommandLine.RunAsync(rest, StubDoors.Of),
    ["fuzz", .. var rest] => await FuzzRun.RunAsync(rest),
    ["pwsh", var script, .. var rest] => PowerShellHost.Run(script, rest),
    _ => throw new ArgumentException(
        "usage: stand-ins worker | recto [ARGUMENT …] | fuzz TIMES SEED | pwsh SCRIPT [ARGUMENT …]"
    ),
};
