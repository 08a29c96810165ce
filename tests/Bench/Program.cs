using Recto.Bench;

return args switch
{
    ["build"] => await BuildBench.RunAsync(),
    ["serve"] => await ServeBench.RunAsync(),
    ["lighthouse", .. var pages] => await LighthouseBench.RunAsync(pages),
    ["full"] => await FullBench.RunAsync(),
    ["kills", .. var rest] => await TrialsBench.KillsAsync(rest),
    ["damage", .. var rest] => await TrialsBench.DamageAsync(rest),
    ["fuzz", .. var rest] => await FuzzBench.RunAsync(rest),
    ["steps", .. var rest] => await StepsBench.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "usage: ./build.sh bench [build | serve | full | lighthouse [PAGE ...] | kills [N] [SEED] [--pdf] | damage [N] [SEED] | fuzz [N] [SEED] | steps [--threads N] [--where] [NAME ...]]"
    );
    return 2;
}
