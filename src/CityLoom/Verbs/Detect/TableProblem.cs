namespace CityLoom.Verbs.Detect;

/// <summary>A file that can't be used as it is; the message says where and what.</summary>
internal sealed class TableProblem(string message) : Exception(message);
