namespace Ahoy.Simulator.Rest.Requests;

/// <summary>A resource with state: it maps its operations. The host adds Serverless in the same way.</summary>
internal interface IRestResource
{
    void Map(RestRoutes routes);
}
