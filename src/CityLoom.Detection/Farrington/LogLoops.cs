using System.Runtime.Intrinsics;

namespace CityLoom.Detection.Farrington;

/// <summary>The loops over the points of a baseline in which nearly all time goes, four points at once.</summary>
internal static class LogLoops
{
    private const int Lanes = 4;
    private const double SmallestMean = 2.220446049250313e-16;

    /// <summary>Means a tenth above the counts, their logarithms, and those of the counts (0 for 0).</summary>
    public static void Start(ReadOnlySpan<double> count, Span<double> mean, Span<double> eta, Span<double> logCount)
    {
        var (tenth, one) = (Vector256.Create(0.1), Vector256<double>.One);
        var i = 0;
        for (; i <= count.Length - Lanes; i += Lanes)
        {
            var y = Vector256.Create(count[i..]);
            (y + tenth).CopyTo(mean[i..]);
            Vector256.Log(y + tenth).CopyTo(eta[i..]);
            Vector256.Log(Vector256.Max(y, Vector256.ConditionalSelect(Vector256.Equals(y, Vector256<double>.Zero), one, y))).CopyTo(logCount[i..]);
        }
        for (; i < count.Length; i++)
        {
            mean[i] = count[i] + 0.1;
            eta[i] = Math.Log(mean[i]);
            logCount[i] = count[i] > 0 ? Math.Log(count[i]) : 0;
        }
    }

    /// <summary>Half the deviance of the means e^eta, which are set.</summary>
    public static double Deviance(ReadOnlySpan<double> count, ReadOnlySpan<double> logCount, ReadOnlySpan<double> prior, ReadOnlySpan<double> eta, Span<double> mean)
    {
        var (sums, smallest) = (Vector256<double>.Zero, Vector256.Create(SmallestMean));
        var i = 0;
        for (; i <= count.Length - Lanes; i += Lanes)
        {
            var (y, log) = (Vector256.Create(count[i..]), Vector256.Create(eta[i..]));
            var means = Vector256.Max(Vector256.Exp(log), smallest);
            means.CopyTo(mean[i..]);
            sums += Vector256.Create(prior[i..]) * (y * (Vector256.Create(logCount[i..]) - log) - y + means);
        }
        var sum = Vector256.Sum(sums);
        for (; i < count.Length; i++)
        {
            mean[i] = Math.Max(Math.Exp(eta[i]), SmallestMean);
            sum += prior[i] * (count[i] * (logCount[i] - eta[i]) - count[i] + mean[i]);
        }
        return sum;
    }

    /// <summary>1.5 (y^⅔ μ^-⅙ - μ^½) from the logarithms.</summary>
    public static void Anscombe(ReadOnlySpan<double> count, ReadOnlySpan<double> logCount, ReadOnlySpan<double> eta, Span<double> residuals)
    {
        var (sixth, fourth) = (Vector256.Create(1.0 / 6), Vector256.Create(4.0));
        var i = 0;
        for (; i <= residuals.Length - Lanes; i += Lanes)
        {
            var root = Vector256.Exp(Vector256.Create(eta[i..]) * sixth);
            var power = Vector256.Exp(Vector256.Create(logCount[i..]) * sixth * fourth);
            power = Vector256.ConditionalSelect(Vector256.Equals(Vector256.Create(count[i..]), Vector256<double>.Zero), Vector256<double>.Zero, power);
            ((power / root - root * root * root) * 1.5).CopyTo(residuals[i..]);
        }
        for (; i < residuals.Length; i++)
        {
            var root = Math.Exp(eta[i] / 6);
            residuals[i] = 1.5 * ((count[i] == 0 ? 0 : Math.Exp(logCount[i] * 2 / 3)) / root - root * root * root);
        }
    }

    /// <summary>The sums that a level gives to the normal equations; sets its working weights.</summary>
    public static LevelSums Sums(LogLinearFit fit, Baseline baseline, double[] eta, int from, int to)
    {
        var (weight, time, response) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var (squares, products) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var i = from;
        for (; i <= to - Lanes; i += Lanes)
        {
            var (prior, mean, t) = (Load(fit.Prior, i), Load(fit.Mean, i), Load(baseline.Time, i));
            var working = prior * mean;
            working.CopyTo(fit.Working, i);
            var answer = prior * (mean * (Load(eta, i) - Load(baseline.Offset, i)) + Load(baseline.Count, i) - mean);
            var moment = working * t;
            weight += working;
            time += moment;
            response += answer;
            squares += moment * t;
            products += answer * t;
        }
        var sums = new LevelSums(Vector256.Sum(weight), Vector256.Sum(time), Vector256.Sum(response), Vector256.Sum(squares), Vector256.Sum(products));
        for (; i < to; i++)
        {
            var (mean, t) = (fit.Mean[i], baseline.Time[i]);
            var working = fit.Prior[i] * mean;
            fit.Working[i] = working;
            var answer = fit.Prior[i] * (mean * (eta[i] - baseline.Offset[i]) + baseline.Count[i] - mean);
            sums = sums.Plus(working, answer, t);
        }
        return sums;
    }

    private static Vector256<double> Load(double[] values, int at) => Vector256.Create(values, at);
}

/// <summary>Weighted sums over the points of a level: weight, time, response, time squared, response times time.</summary>
internal readonly record struct LevelSums(double Weight, double Time, double Response, double Squares, double Products)
{
    public LevelSums Plus(double working, double answer, double time) => new(
        Weight + working, Time + working * time, Response + answer, Squares + working * time * time, Products + answer * time);
}
