// What Twilio's platform gives to the Functions of this service. Ahoy writes this file when the project is built, and by `ahoy types`:
// changes that are made here are lost. Commit it; `ahoy types --check` says whether it is current.
/* eslint-disable */

declare namespace Ahoy {
  /** What `context` holds. */
  interface Context {
    // The project's own variables.
    // The platform's.
    readonly ACCOUNT_SID: string | null;
    readonly AUTH_TOKEN: string | null;
    readonly DOMAIN_NAME: string;
    readonly PATH: string;
    readonly SERVICE_SID: string | undefined;
    readonly ENVIRONMENT_SID: string | undefined;
    readonly TWILIO_REGION: string | undefined;
    readonly TWILIO_EDGE: string | undefined;
    /** The REST client of the account. */
    getTwilioClient(options?: object): import('twilio').Twilio;
  }

  /** What each request has. */
  interface Request {
    readonly headers: { readonly [name: string]: string | string[] | undefined };
    readonly cookies: { readonly [name: string]: string | undefined };
  }

  /** The parameters of the request, and the request itself. */
  type Event<Parameters = {}> = Parameters & { readonly request: Request };

  /** Ends the invocation: with an error, or with what is answered. */
  type Callback = (error?: unknown, payload?: unknown) => void;

  /** What a Function exports as `handler`. */
  type Handler<Parameters = {}> = (context: Context, event: Event<Parameters>, callback: Callback) => void | Promise<void>;

  /** An answer with a status, headers and cookies. */
  interface Response {
    setStatusCode(statusCode: number): this;
    setBody(body: unknown): this;
    setHeaders(headers: { [name: string]: string | string[] }): this;
    appendHeader(name: string, value: string | string[]): this;
    setCookie(name: string, value: string, attributes?: string[]): this;
    removeCookie(name: string): this;
  }

  interface ResponseConstructor {
    new (init?: { statusCode?: number; body?: unknown; headers?: { [name: string]: string | string[] } }): Response;
  }

  interface Asset {
    readonly path: string;
    open(): string;
  }

  interface FunctionFile {
    readonly path: string;
  }

  /** The private Assets, by path. */
  interface Assets {
  }

  /** The Functions, by path without the first slash. */
  interface Functions {
    readonly 'hello': FunctionFile;
  }

  interface Runtime {
    getAssets(): Assets;
    getFunctions(): Functions;
    getSync(options?: { serviceName?: string }): ReturnType<import('twilio').Twilio['sync']['v1']['services']> & { maps: ReturnType<import('twilio').Twilio['sync']['v1']['services']>['syncMaps']; lists: ReturnType<import('twilio').Twilio['sync']['v1']['services']>['syncLists'] };
  }
}

declare const Runtime: Ahoy.Runtime;
declare const Twilio: typeof import('twilio') & { Response: Ahoy.ResponseConstructor };
declare var Response: Ahoy.ResponseConstructor;
