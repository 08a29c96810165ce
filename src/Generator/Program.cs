using System.Text;
using Recto;
using Recto.Runs;

if (OperatingSystem.IsWindows())
{
    Console.OutputEncoding = Encoding.UTF8; // Chinese titles and paths, whatever the system's code page.
}

return (int)await CommandLine.RunAsync(args, RunDoors.Of);
