namespace Ahoy.Model.Tests.Platform;

public class RestrictedHeadersTests
{
    [Theory]
    [InlineData("host")]
    [InlineData("HOST")]
    [InlineData("X-Forwarded-For")]
    [InlineData("x-accel-redirect")]
    [InlineData("x-real-ip")]
    public void Contains_RestrictedInAnyCase_IsTrue(string name) => Assert.True(RestrictedHeaders.Contains(name));

    [Theory]
    [InlineData("authorization")]
    [InlineData("x-forwarded")]
    [InlineData("x-twilio-signature")]
    [InlineData("content-type")]
    [InlineData("")]
    public void Contains_Other_IsFalse(string name) => Assert.False(RestrictedHeaders.Contains(name));
}
