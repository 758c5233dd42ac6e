using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Security;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Representations;

/// <summary>A variable as the API shows it, value included: whoever may ask may read it.</summary>
internal static class VariableRepresentation
{
    public static VariableResource Of(VariableRow row, HttpRequest request, Account account) => new()
    {
        Sid = row.Sid,
        AccountSid = account.Sid,
        ServiceSid = row.ServiceSid,
        EnvironmentSid = row.EnvironmentSid,
        Key = row.Key,
        Value = row.Value,
        DateCreated = row.Created,
        DateUpdated = row.Updated,
        Url = $"{ResourceUrls.Environment(request, row.ServiceSid, row.EnvironmentSid)}/Variables/{row.Sid}",
    };
}
