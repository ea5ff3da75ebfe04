namespace CityLoom.Detection.Settings;

/// <summary>Settings that do not fit their method; the message says which and how to mend it.</summary>
public sealed class SettingsException(string message) : Exception(message);
