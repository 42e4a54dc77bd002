using OgpBot.Ingest;
using OgpBot.Ingest.Sources;
using Spectre.Console;

namespace OgpBot.Cli.Import;

/// <summary>A bar that shows how far an import is; nothing where no person looks.</summary>
internal static class ImportProgress
{
    public static Task<SourceOutcome> ShowAsync(IAnsiConsole console, Func<IProgress<ImportStep>?, Task<SourceOutcome>> import) =>
        console.Profile.Capabilities.Interactive
            ? console.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn())
                .StartAsync(context => import(new Bar(context.AddTask("Import", maxValue: (int)ImportStep.Done))))
            : import(null);

    /// <summary>Unlike <see cref="Progress{T}"/> it reports at once, in order.</summary>
    private sealed class Bar(ProgressTask task) : IProgress<ImportStep>
    {
        public void Report(ImportStep value)
        {
            task.Description = value.ToString();
            task.Value = (int)value;
        }
    }
}
