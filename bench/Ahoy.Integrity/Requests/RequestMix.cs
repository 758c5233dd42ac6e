using Ahoy.Integrity.Answers;
using Ahoy.Integrity.Content;

namespace Ahoy.Integrity.Requests;

/// <summary>The random mix of requests that one client sends.</summary>
/// <param name="random">Decides on everything.</param>
/// <param name="host">What to send as <c>Host</c>.</param>
/// <param name="nextId">Gives numbers that no other request has.</param>
internal sealed class RequestMix(Random random, string host, Func<int> nextId)
{
    /// <summary>The next request.</summary>
    /// <param name="hangs">Whether it is to run into the time limit.</param>
    /// <param name="closes">Whether to ask for the end of the connection.</param>
    public Exchange Next(bool hangs, bool closes)
    {
        if (hangs)
        {
            return FunctionRequest.Make(random, nextId(), host, isQuick: false, hangs, closes);
        }

        return random.Next(40) switch
        {
            < 4 => AssetRequest.Make(random, nextId(), host, closes),
            4 => Other(closes),
            < 24 => FunctionRequest.Make(random, nextId(), host, isQuick: true, hangs: false, closes),
            _ => FunctionRequest.Make(random, nextId(), host, isQuick: false, hangs: false, closes),
        };
    }

    // What the gateway answers without a Function.
    private Exchange Other(bool closes)
    {
        var (method, path, expected) = random.Next(3) switch
        {
            0 => ("OPTIONS", ServiceFiles.FunctionPath, Options(closes)),
            1 => ("DELETE", ServiceFiles.FunctionPath, Refused(405, "A Function answers GET, POST, OPTIONS, and not DELETE.", closes)),
            _ => ("GET", "/not/there", Refused(404, "There is no Function or Asset at this path.", closes)),
        };
        var builder = new RequestBuilder(method, path, host);
        if (closes)
        {
            builder.Add("Connection", "close");
        }

        return new Exchange { Id = nextId(), Head = builder.ToHead(), Expected = expected, IsRefusal = method != "OPTIONS", Closes = closes };
    }

    private static FunctionExpectation Options(bool closes)
    {
        var expectation = new FunctionExpectation { Status = 200, Body = [], Closes = closes };
        expectation.Headers.Add(("Access-Control-Allow-Origin", "*"));
        expectation.Headers.Add(("Access-Control-Allow-Headers", "*"));
        expectation.Headers.Add(("Access-Control-Allow-Methods", "GET, POST, OPTIONS"));
        return expectation;
    }

    private static FunctionExpectation Refused(int status, string text, bool closes)
    {
        var expectation = FunctionRequest.Refusal(status, text, closes);
        if (status == 405)
        {
            expectation.Headers.Add(("Allow", "GET, POST, OPTIONS"));
        }

        return expectation;
    }
}
