using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Geo;

/// <summary>Finds the road nearest to a place, over a grid of the straight pieces that roads are made of.</summary>
public sealed class RoadIndex
{
    private const int PiecesPerCell = 4;

    private readonly RoadNetwork _network;
    private readonly List<Piece> _pieces = [];
    private readonly float[] _lengths;
    private readonly Cells _cells;
    private readonly int[] _first;
    private readonly int[] _items;

    /// <summary>An index over all roads of a network.</summary>
    /// <exception cref="ArgumentException">The network has no coordinates.</exception>
    public RoadIndex(RoadNetwork network)
    {
        if (network.Positions.Length != network.NodeCount)
        {
            throw new ArgumentException("The network has no coordinates", nameof(network));
        }
        (_network, _lengths) = (network, new float[network.ArcCount]);
        CutToPieces();
        _cells = new(_pieces.SelectMany(piece => new[] { piece.From, piece.To }).ToArray(), _pieces.Count / PiecesPerCell);
        var (cells, items) = (new List<int>(), new List<int>());
        for (var piece = 0; piece < _pieces.Count; piece++)
        {
            foreach (var cell in _cells.Crossed(_pieces[piece].From, _pieces[piece].To))
            {
                cells.Add(cell);
                items.Add(piece);
            }
        }
        (_first, var order) = Sorting.ByKey(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(cells), _cells.Columns * _cells.Rows);
        _items = Array.ConvertAll(order, at => items[at]);
    }

    /// <summary>A straight piece of an arc that begins and ends these metres along it.</summary>
    private readonly record struct Piece(int Arc, Position From, Position To, float Begins, float Ends);

    /// <summary>The nearest road that may be used in some direction; null where none lies within the distance.</summary>
    /// <param name="place">The place.</param>
    /// <param name="times">Says which arcs are open.</param>
    /// <param name="within">The largest distance in metres.</param>
    public RoadPlace? Nearest(Position place, TravelTimes times, double within = 5000)
    {
        var (column, row) = _cells.Of(place);
        var (best, along, metres) = (-1, 0.0, within);
        for (var ring = 0; ring <= Math.Max(_cells.Columns, _cells.Rows) && (ring - 1) * _cells.RingMetres <= metres; ring++)
        {
            foreach (var cell in _cells.Ring(column, row, ring))
            {
                foreach (var item in _items.AsSpan(_first[cell].._first[cell + 1]))
                {
                    var (distance, share) = Distance(place, _pieces[item]);
                    if ((distance < metres || (distance == metres && best < 0)) && IsOpen(times, _pieces[item].Arc))
                    {
                        (best, along, metres) = (item, share, distance);
                    }
                }
            }
        }
        return best < 0 ? null : Placed(_pieces[best], along, metres);
    }

    private RoadPlace Placed(Piece piece, double share, double metres) => _lengths[piece.Arc] is var whole and > 0
        ? new(piece.Arc, Math.Clamp((piece.Begins + (share * (piece.Ends - piece.Begins))) / whole, 0, 1), metres)
        : new(piece.Arc, 0, metres);

    private bool IsOpen(TravelTimes times, int arc) =>
        times.OfArc[arc] != TravelTimes.Closed || (_network.Opposite(arc) is var opposite and >= 0 && times.OfArc[opposite] != TravelTimes.Closed);

    private static (double Metres, double Share) Distance(Position place, Piece piece)
    {
        var ((fromEast, fromNorth), (toEast, toNorth)) = (Ground.Plane(place, piece.From), Ground.Plane(place, piece.To));
        var (east, north) = (toEast - fromEast, toNorth - fromNorth);
        var square = (east * east) + (north * north);
        var share = square > 0 ? Math.Clamp(-((fromEast * east) + (fromNorth * north)) / square, 0, 1) : 0;
        return (Math.Sqrt(Math.Pow(fromEast + (share * east), 2) + Math.Pow(fromNorth + (share * north), 2)), share);
    }

    /// <summary>Arcs without length (gates, turns) are no roads to stand on; those they join are.</summary>
    private void CutToPieces()
    {
        for (var arc = 0; arc < _network.ArcCount; arc++)
        {
            if (_network.Opposite(arc) is var opposite && opposite >= 0 && opposite < arc)
            {
                continue;
            }
            var (shape, along) = (_network.Shape(arc), 0f);
            if (shape is [var tail, var head] && tail == head)
            {
                continue;
            }
            for (var i = 1; i < shape.Length; i++)
            {
                var length = (float)Ground.Metres(shape[i - 1], shape[i]);
                _pieces.Add(new(arc, shape[i - 1], shape[i], along, along + length));
                along += length;
            }
            _lengths[arc] = along;
        }
    }
}
