using System.CommandLine;
using CityLoom.Hosting;
using CityLoom.Kernel.Journal;

namespace CityLoom.Verbs;

/// <summary><c>cityloom journal</c>: verify it, checkpoint it.</summary>
internal static class JournalVerb
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("journal", "The record of everything that happened: verify it, sign it") { Verify(terminal), Sign(terminal), PublicKey(terminal) };
        command.AddStore();
        return command;
    }

    private static Command Verify(Terminal terminal)
    {
        var command = new Command("verify", $"Recompute every hash, chain and checkpoint and compare with the matters. Exit code {ExitCodes.Tampered} when something does not hold");
        command.SetAction(async call =>
        {
            if (call.ExistingStore(terminal) is not { } store)
            {
                return ExitCodes.SomeRefused;
            }

            await using var database = await CityHost.OpenAsync(store);
            using var key = CheckpointKey.Open(store.Folder);
            var verdict = database.Read(s => JournalVerifier.Verify(s, key, CityHost.Verifiers, terminal.Counting("entries")));
            terminal.Line($"{verdict.Entries} entries in {verdict.Chains} chains, {verdict.Checkpoints} checkpoints: {(verdict.Faults.Count == 0 ? "the journal holds" : "THE JOURNAL DOES NOT HOLD")}");
            foreach (var fault in verdict.Faults)
            {
                terminal.Error($"{fault.Where}: {fault.What}");
            }

            return verdict.Faults.Count == 0 ? ExitCodes.Done : ExitCodes.Tampered;
        });
        return command;
    }

    private static Command Sign(Terminal terminal)
    {
        var command = new Command("checkpoint", "Sign what came since the last checkpoint (the server does so every hour)");
        command.SetAction(async call =>
        {
            if (call.ExistingStore(terminal) is not { } store)
            {
                return ExitCodes.SomeRefused;
            }

            await using var database = await CityHost.OpenAsync(store);
            using var key = CheckpointKey.Open(store.Folder);
            var made = await database.WriteAsync(w => Checkpoint.Make(w, key, TimeProvider.System.GetUtcNow()));
            terminal.Line(made is null ? "Nothing new to sign." : $"Checkpoint {made.Number} over entries {made.FirstId} to {made.LastId}.");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command PublicKey(Terminal terminal)
    {
        var command = new Command("key", "Print the public key, to be kept elsewhere by whoever wants to verify on their own");
        command.SetAction(call =>
        {
            using var key = CheckpointKey.Open(call.Store().Folder);
            terminal.Line(key.PublicPem);
            return ExitCodes.Done;
        });
        return command;
    }
}
