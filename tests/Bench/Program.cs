using Recto.Bench;

return args switch
{
    ["build"] => await BuildBench.RunAsync(),
    ["lighthouse", .. var pages] => await LighthouseBench.RunAsync(pages),
    ["steps", .. var rest] => await StepsBench.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "usage: ./build.sh bench [build | lighthouse [PAGE ...] | steps [--threads N] [--where] [NAME ...]]"
    );
    return 2;
}
