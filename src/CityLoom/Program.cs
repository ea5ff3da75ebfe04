using System.CommandLine;
using CityLoom.Verbs;

var terminal = Terminal.OfProcess();
Command[] verbs =
[
    ServeVerb.Create(terminal),
    DirectiveVerb.Create(terminal),
    MattersVerb.Create(terminal),
    RequestsVerb.Create(terminal),
    CatalogueVerb.Create(terminal),
    IndicatorVerb.Create(terminal),
    LeagueVerb.Create(terminal),
    DetectVerb.Create(terminal),
    HealthVerb.Create(terminal),
    RoadsVerb.Create(terminal),
    ReachVerb.Create(terminal),
    LocateVerb.Create(terminal),
    DispatchVerb.Create(terminal),
    AlertsVerb.Create(terminal),
    EmergencyVerb.Create(terminal),
    TerritoryVerb.Create(terminal),
    OrganizationVerb.Create(terminal),
    CalendarVerb.Create(terminal),
    AccountVerb.Create(terminal),
    ApiKeyVerb.Create(terminal),
    JournalVerb.Create(terminal),
    BackupVerb.Create(terminal),
    RestoreVerb.Create(terminal),
];
return CommandLine.Run("CityLoom 织城 — 从部署到落实 / from directive to doorstep", verbs, args, terminal);
