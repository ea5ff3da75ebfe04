namespace CityLoom.Emergency.Stations;

/// <summary>The registers that the emergency net rests on. Each is imported as a whole and keeps all versions of its rows.</summary>
public enum RegisterKind
{
    /// <summary>站点: where units set out.</summary>
    Stations = 1,

    /// <summary>单元: vehicles with their crews.</summary>
    Units = 2,

    /// <summary>医院: where patients are brought.</summary>
    Hospitals = 3,

    /// <summary>人口点: where people live.</summary>
    People = 4,

    /// <summary>标准：几分钟须到、覆盖多少人、哪些区算中心城区、按几点的路况。</summary>
    Standard = 5,
}
