namespace Ahoy.Simulator.Rest.Resources.Conversations;

/// <summary>A message of a conversation that goes to a participant's phone.</summary>
/// <param name="ConversationSid">The conversation's.</param>
/// <param name="From">The number of the account by which the participant takes part.</param>
/// <param name="To">The participant's number.</param>
/// <param name="Body">The text.</param>
internal sealed record ConversationDelivery(string ConversationSid, string From, string To, string Body);
