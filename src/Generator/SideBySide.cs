using System.Runtime.ExceptionServices;

namespace Recto;

/// <summary>Independent steps on as many cores as there are.</summary>
public static class SideBySide
{
    /// <summary>What three steps give.</summary>
    public static (TA, TB, TC) Of<TA, TB, TC>(Func<TA> first, Func<TB> second, Func<TC> third)
        where TA : class
        where TB : class
        where TC : class
    {
        TA? a = null;
        TB? b = null;
        TC? c = null;
        Do(() => a = first(), () => b = second(), () => c = third());
        return (a!, b!, c!);
    }

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
