// What the host tells, as it tells it. Names are those of /_ahoy/.

export interface RequestItem {
  sequence: number;
  sid: string;
  at: string;
  service: string;
  method: string;
  target: string;
  path: string | null;
  isFunction: boolean;
  status: number;
  milliseconds: number;
  size: number;
  errorCode: number;
  from: string;
  subject: string | null;
}

export interface RequestBatch {
  items: RequestItem[];
  skipped: number;
  last: number;
}

export interface LineItem {
  sequence: number;
  at: string;
  level: 'info' | 'warn' | 'error';
  message: string;
  path: string | null;
  sid: string | null;
  code: number;
  isCut: boolean;
}

export interface BodyItem {
  size: number;
  text: string | null;
  base64: string | null;
}

export interface StackItem {
  text: string;
  file: string | null;
  fullPath: string | null;
  line: number;
  source: { number: number; text: string }[] | null;
}

export interface OutboundItem {
  method: string;
  url: string;
  status: number;
  start: number;
  milliseconds: number;
  error: string | null;
}

export type Header = [string, string];

export interface RequestDetail {
  request: RequestItem;
  url: string;
  requestHeaders: Header[];
  responseHeaders: Header[];
  requestBody: BodyItem;
  responseBody: BodyItem;
  lines: LineItem[];
  outbound: OutboundItem[];
  stack: StackItem[];
  canSign: boolean;
}

export interface SendBody {
  of?: string;
  service?: string;
  method: string;
  target: string;
  headers: Header[];
  body: string | null;
  sign: boolean;
}

export interface RouteItem {
  kind: 'Function' | 'Asset';
  path: string;
  visibility: 'public' | 'protected' | 'private';
  file: string;
  fullPath: string | null;
  size: number;
  contentType: string;
}

export interface ServedItem {
  name: string;
  domainName: string;
  url: string;
  runtime: string;
  routes: RouteItem[];
  variables: { name: string; origin: string }[];
  limits: { name: string; value: number; limit: number; unit: string }[];
  environmentSid: string | null;
  canSign: boolean;
}

export interface FindingItem {
  id: string;
  severity: string;
  message: string;
  file: string;
  fullPath: string | null;
  line: number;
  column: number;
  proof: string | null;
  target: string | null;
}

export interface EnvironmentItem {
  serviceSid: string;
  service: string;
  sid: string;
  name: string;
  domainName: string;
  buildSid: string | null;
  deployments: { sid: string; buildSid: string; at: string }[];
}

export interface ServiceAnswer {
  command: 'start' | 'serve';
  run: string; // another one for each start of a host
  isOffline: boolean;
  offlineUrl: string | null;
  gatewayUrl: string;
  version: string;
  editorLink: string;
  services: ServedItem[];
  findings: FindingItem[] | null;
  environments: EnvironmentItem[] | null;
  numbers: string[];
  folder: string | null;
}

export interface Message {
  sequence: number;
  sid: string;
  direction: string;
  from: string;
  to: string;
  body: string;
  media: string[];
  status: string;
  numSegments: number;
  errorCode: number | null;
  dateCreated: string;
  dateUpdated: string;
}

export interface Step {
  at: number;
  verb: string;
  by: 'twilio' | 'caller' | 'callee';
  text?: string;
  digits?: string;
  url?: string;
  attributes?: Record<string, string>;
  alert?: number;
}

export interface Call {
  sequence: number;
  sid: string;
  parentCallSid: string | null;
  direction: string;
  from: string;
  to: string;
  status: string;
  waitsFor: string | null;
  duration: number | null;
  dateCreated: string;
  dateUpdated: string;
  transcript: Step[];
}

export interface Alert {
  sequence: number;
  at: string;
  code: number;
  message: string;
  function: string | null;
  sid: string | null;
}

export interface RestRecord {
  sequence: number;
  at?: string;
  method: string;
  host: string;
  path: string;
  status: number;
  milliseconds: number;
  stateful: boolean;
  by: string;
}

export interface Clock {
  mode: 'real' | 'fast' | 'manual';
  now: string;
}

export interface Fault {
  match?: { host?: string | null; method?: string | null; path?: string | null } | null;
  times?: number | null;
  status?: number | null;
  code?: number | null;
  delay?: string | null;
  drop?: boolean | null;
}
