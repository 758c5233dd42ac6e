using System.Globalization;
using Ahoy.Fuzzing.Engine;
using Ahoy.Fuzzing.Targets;

switch (args)
{
    case ["instrument", var folder]:
        Instrumentation.Apply(folder, Console.Out);
        return 0;
    case ["run", var secondsText, var seedText, .. var names]:
        var seconds = double.Parse(secondsText, CultureInfo.InvariantCulture);
        var seed = int.Parse(seedText, CultureInfo.InvariantCulture);
        var failures = 0;
        foreach (var name in names.Length == 0 ? AllTargets.Names : names)
        {
            using var target = AllTargets.Create(name);
            try
            {
                var result = new FuzzSession(target, seed).Run(TimeSpan.FromSeconds(seconds));
                Console.WriteLine($"{name}\t{result.Inputs} inputs\t{result.Kept} kept\t{result.Branches} branches");
            }
            catch (FuzzFailedException e)
            {
                Console.WriteLine(e.Message);
                failures++;
            }
        }

        return failures == 0 ? 0 : 1;
    default:
        Console.Error.WriteLine("usage: Ahoy.Fuzzing run SECONDS SEED [TARGET …] | instrument FOLDER");
        return 2;
}
