using System.Text.Json;
using Recto.Experiments;
using Recto.Experiments.Contract;

// With `bench steps` it measures itself.
if (args is ["bench", .. var what])
{
    Libtorch.Load();
    if (Bench.Run(what, Console.WriteLine))
        return 0;
    Console.Error.WriteLine($"usage: bench steps [--threads 1] [--where] [{string.Join(' ', BenchSpecs.All.Keys)}]");
    return 2;
}

// The training worker: one WorkOrder comes in as a line of JSON, WorkProgress goes out, a folder is filled.
using var limit = DiskSpace.HearLimit();
var pipe = ProgressPipe.Open();
try
{
    var order = ContractJson.Read<WorkOrder>(Console.In.ReadLine() ?? "");
    Generator.EndWithIt();
    Libtorch.Load();
    if (args is ["--own", .. var own])
        OwnCode.Load(own);
    Worker.Run(order, pipe.Write);
    return 0;
}
catch (RunException e)
{
    pipe.Write(Failed(e.Code, e.Message));
}
catch (JsonException e)
{
    pipe.Write(Failed("order-unreadable", e.Message));
}
catch (Exception e) when (DiskSpace.IsMissing(e))
{
    pipe.Write(Failed(RunException.DiskFull, e.Message));
}
catch (IOException e)
{
    pipe.Write(Failed("folder-unwritable", e.Message));
}
catch (Exception e) when (e is not OperationCanceledException)
{
    Console.Error.WriteLine(e);
    pipe.Write(Failed("worker-crashed", e.Message));
}
catch (OperationCanceledException)
{
    return 130;
}
return 1;

static WorkProgress Failed(string code, string message) =>
    new()
    {
        Event = WorkEvent.Failed,
        Code = code,
        Message = message,
    };
