using Recto.Bench;

return args switch
{
    ["build"] => await BuildBench.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: ./build.sh bench build");
    return 2;
}
