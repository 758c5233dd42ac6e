using System.Globalization;
using Ahoy.Benchmarks;
using BenchmarkDotNet.Running;

switch (args)
{
    case ["parser", var folder]:
        WholeCorpus.Measure(folder);
        break;
    case ["parser-cold", var folder]:
        ColdStart.Measure(folder);
        break;
    case ["offline", var seconds]:
        await OfflineConversations.MeasureAsync(int.Parse(seconds, CultureInfo.InvariantCulture));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
