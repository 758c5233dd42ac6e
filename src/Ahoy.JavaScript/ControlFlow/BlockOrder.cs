namespace Ahoy.JavaScript.ControlFlow;

/// <summary>Puts blocks into an order that serves analyses that go forward.</summary>
internal static class BlockOrder
{
    /// <summary>Numbers the blocks: those that can be reached in reverse postorder, then the rest in the order they were made.</summary>
    public static IReadOnlyList<BasicBlock> Sort(BasicBlock entry, List<BasicBlock> blocks)
    {
        var postorder = new List<BasicBlock>(blocks.Count);
        var path = new Stack<(BasicBlock Block, int Next)>();
        entry.IsReachable = true;
        path.Push((entry, entry.Outgoing.Count - 1));
        while (path.Count > 0)
        {
            // From the last way out to the first, so that the order reversed follows the source.
            var (block, next) = path.Pop();
            if (next < 0)
            {
                postorder.Add(block);
                continue;
            }

            path.Push((block, next - 1));
            var target = block.Outgoing[next].To;
            if (!target.IsReachable)
            {
                target.IsReachable = true;
                path.Push((target, target.Outgoing.Count - 1));
            }
        }

        postorder.Reverse();
        postorder.AddRange(blocks.Where(block => !block.IsReachable));
        for (var i = 0; i < postorder.Count; i++)
        {
            postorder[i].Index = i;
        }

        return postorder;
    }
}
