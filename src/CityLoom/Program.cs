using System.CommandLine;
using CityLoom.Verbs;

var root = new RootCommand("CityLoom 织城: from what a city decides, hears and sees to what somebody does, by when, with proof")
{
    ServeVerb.Make(),
    AccountVerb.Make(),
    JournalVerb.Make(),
    BackupVerb.Make(),
    BackupVerb.MakeRestore(),
};
return await root.Parse(args.Length == 0 ? ["serve"] : args).InvokeAsync();
