using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using OgpBot.Benchmarks;
using Perfolizer.Horology;

switch (args)
{
    case ["export", var path]:
        GeneratedExport.Write(path);
        return;
    case ["learning"]:
        await Learning.PrintAsync();
        return;
    case ["look-ups"]:
        using (var bench = Bench.Exported())
        {
            await LookUps.PrintAsync(bench);
        }

        return;
}

// Short on purpose: the machine's noise is larger than what longer runs would gain. Ratios to the floor are what counts.
var job = Job.Default.WithLaunchCount(1).WithWarmupCount(3).WithIterationCount(7).WithIterationTime(TimeInterval.FromMilliseconds(150));
var config = ManualConfig.Create(DefaultConfig.Instance).AddJob(job).AddExporter(MarkdownExporter.GitHub).WithOptions(ConfigOptions.JoinSummary);
BenchmarkSwitcher.FromAssembly(typeof(GeneratedCatalog).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, config);
