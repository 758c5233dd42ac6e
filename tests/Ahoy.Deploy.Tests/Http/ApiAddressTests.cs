using Ahoy.Deploy.Http;

namespace Ahoy.Deploy.Tests.Http;

public sealed class ApiAddressTests
{
    [Theory]
    [InlineData(null, null, "serverless.twilio.com", "serverless-upload.twilio.com")]
    [InlineData("ie1", null, "serverless.dublin.ie1.twilio.com", "serverless-upload.dublin.ie1.twilio.com")]
    [InlineData("IE1", "frankfurt", "serverless.frankfurt.ie1.twilio.com", "serverless-upload.frankfurt.ie1.twilio.com")]
    [InlineData("xx1", "", "serverless.xx1.twilio.com", "serverless-upload.xx1.twilio.com")]
    [InlineData(null, "sydney", "serverless.sydney.twilio.com", "serverless-upload.sydney.twilio.com")]
    public void Twilio_InARegion_HasTheRegionsAddress(string? region, string? edge, string api, string upload)
    {
        var address = ApiAddress.ForTwilio(region, edge);

        Assert.Equal($"https://{api}/v1/", address.Api.ToString());
        Assert.Equal($"https://{upload}/v1/", address.Upload.ToString());
    }

    [Theory]
    [InlineData("evil.example/")]
    [InlineData("a@b")]
    public void Region_ThatWouldLeadElsewhere_IsRefused(string region) =>
        Assert.Throws<ArgumentException>(() => ApiAddress.ForTwilio(region, null));
}
