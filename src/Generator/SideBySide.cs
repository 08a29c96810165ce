using System.Runtime.ExceptionServices;

namespace Recto;

/// <summary>Independent steps on as many cores as there are.</summary>
public static class SideBySide
{
    /// <summary>Ends when all have; what the first of them threw is thrown as it was.</summary>
    public static void Do(params Action[] steps)
    {
        try
        {
            Parallel.Invoke(steps);
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }
}
