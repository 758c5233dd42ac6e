#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property RestoreLockedMode=false

// Counts the tests of a run from its result files, prints what failed, and closes with the line that CI reads.
using System.Xml.Linq;

var folder = args[0];
var exitCodeOfTests = int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture);
XNamespace space = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

int passed = 0, failed = 0, skipped = 0;
foreach (var file in Directory.EnumerateFiles(folder, "*.trx", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
{
    foreach (var result in XDocument.Load(file).Descendants(space + "UnitTestResult"))
    {
        switch ((string?)result.Attribute("outcome"))
        {
            case "Passed":
                passed++;
                break;
            case "NotExecuted":
                skipped++;
                break;
            default:
                failed++;
                Console.WriteLine($"\nFAILED {(string?)result.Attribute("testName")}");
                Console.WriteLine(result.Descendants(space + "Message").FirstOrDefault()?.Value);
                Console.WriteLine(result.Descendants(space + "StackTrace").FirstOrDefault()?.Value);
                break;
        }
    }
}

if (exitCodeOfTests != 0 && failed == 0)
{
    // The build broke, or a test process died: no single test says so, but the end of the log does.
    failed = 1;
    foreach (var line in File.ReadLines(Path.Combine(folder, "log.txt")).TakeLast(60))
    {
        Console.WriteLine(line);
    }
}

Console.WriteLine($"{passed} passed, {failed} failed, {skipped} skipped");
return passed > 0 && failed == 0 ? 0 : 1;
