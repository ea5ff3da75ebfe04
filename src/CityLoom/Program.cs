using System.CommandLine;
using CityLoom.Verbs;

var terminal = Terminal.OfProcess();
Command[] verbs = [DirectiveVerb.Create(terminal)];
return CommandLine.Run("CityLoom 织城 — 从部署到落实 / from directive to doorstep", verbs, args, terminal);
