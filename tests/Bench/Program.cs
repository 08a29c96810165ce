using Recto.Bench;

return args switch
{
    ["build"] => await BuildBench.RunAsync(),
    ["full"] => await FullBench.RunAsync(),
    ["steps", .. var rest] => await StepsBench.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: ./build.sh bench [build | full | steps [--threads N] [--where] [NAME ...]]");
    return 2;
}
