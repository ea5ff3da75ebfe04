using System.Numerics;

namespace CityLoom.Reach.Locate.Covering;

/// <summary>
/// Makes a set covering problem smaller without changing its optimum: a demand is left out when another demand's sites are all
/// among its own; a site is closed when another covers all that it covers (R. Toregas, C. ReVelle 1973).
/// </summary>
internal sealed class Dominance
{
    private readonly int _sites, _demands;
    private readonly ulong[][] _bySite, _byDemand;
    private readonly bool[] _open, _due;
    private readonly int[] _least;

    private Dominance(CoverProblem problem)
    {
        (_sites, _demands, _least) = (problem.Cover.Sites, problem.Cover.Demands, problem.Rules.Least);
        _open = [.. problem.Rules.Most.Select(most => most > 0)];
        _due = new bool[_demands];
        _bySite = [.. Enumerable.Range(0, _sites).Select(_ => new ulong[(_demands + 63) / 64])];
        _byDemand = [.. Enumerable.Range(0, _demands).Select(_ => new ulong[(_sites + 63) / 64])];
        for (var demand = 0; demand < _demands; demand++)
        {
            var sites = problem.Cover.SitesOf(demand).ToArray().Where(site => _open[site]).ToList();
            _due[demand] = sites.Count > 0 && !sites.Exists(site => _least[site] > 0);
            foreach (var site in _due[demand] ? sites : [])
            {
                Set(_bySite[site], demand, true);
                Set(_byDemand[demand], site, true);
            }
        }
    }

    /// <summary>The problem with the duty to reach every demand that some allowed site reaches, reduced.</summary>
    public static CoverProblem Reduce(CoverProblem problem)
    {
        var state = new Dominance(problem);
        while (state.CloseSites() | state.DropDemands())
        {
        }

        var covered = Enumerable.Range(0, state._sites)
            .Select(site => problem.Cover.DemandsOf(site).ToArray().Where(demand => state._open[site] && state._due[demand]).ToList());
        var most = problem.Rules.Most.Select((most, site) => state._open[site] ? most : 0);
        return problem with { MustReach = CoverLists.From(state._demands, [.. covered]), Rules = problem.Rules with { Most = [.. most] } };
    }

    private bool CloseSites()
    {
        var sizes = _bySite.Select(Size).ToArray();
        var changed = false;
        for (var site = 0; site < _sites; site++)
        {
            if (_open[site] && _least[site] == 0 && Dominated(site, sizes))
            {
                (_open[site], changed) = (false, true);
                for (var demand = 0; demand < _demands; demand++)
                {
                    Set(_byDemand[demand], site, false);
                }
            }
        }

        return changed;
    }

    private bool Dominated(int site, int[] sizes)
    {
        for (var other = 0; other < _sites; other++)
        {
            if (other != site && _open[other] && _least[other] == 0 && sizes[other] >= sizes[site] && Within(_bySite[site], _bySite[other]))
            {
                return true;
            }
        }

        return false;
    }

    private bool DropDemands()
    {
        var sizes = _byDemand.Select(Size).ToArray();
        var changed = false;
        for (var demand = 0; demand < _demands; demand++)
        {
            if (_due[demand] && Implied(demand, sizes))
            {
                (_due[demand], changed) = (false, true);
                foreach (var row in _bySite)
                {
                    Set(row, demand, false);
                }
            }
        }

        return changed;
    }

    private bool Implied(int demand, int[] sizes)
    {
        for (var other = 0; other < _demands; other++)
        {
            if (other != demand && _due[other] && sizes[other] <= sizes[demand] && Within(_byDemand[other], _byDemand[demand]))
            {
                return true;
            }
        }

        return false;
    }

    private static int Size(ulong[] set) => set.Sum(BitOperations.PopCount);

    private static bool Within(ulong[] part, ulong[] whole)
    {
        for (var i = 0; i < part.Length; i++)
        {
            if ((part[i] & ~whole[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void Set(ulong[] set, int at, bool value) => set[at >> 6] = value ? set[at >> 6] | (1UL << at) : set[at >> 6] & ~(1UL << at);
}
