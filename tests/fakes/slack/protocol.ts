/** How Slack takes calls and envelopes: headers, bodies, acknowledgements; and its strange replies. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Replies that are no answer of the Web API; `-after` ones when the call was carried out. */
export type StrangeReply =
  | 'rate-limit-json'
  | 'rate-limit-bare'
  | 'rate-limit-long'
  | 'rate-limit-fraction'
  | 'html-error-before'
  | 'html-error-after'
  | 'html-ok-after'
  | 'empty-after'
  | 'ok-alone-after'
  | 'no-error-after'
  | 'array-after'
  | 'half-after';

const PAGE = '<!DOCTYPE html><html><head><title>Slack</title></head><body>Oops</body></html>';

/** Sends a strange reply; false for anything else. */
export function replyStrangely(kind: string, response: ServerResponse): boolean {
  const send = (status: number, headers: Record<string, string>, body = ''): boolean => {
    response.writeHead(status, headers).end(body);
    return true;
  };
  const json = { 'content-type': 'application/json; charset=utf-8' };
  const html = { 'content-type': 'text/html; charset=utf-8' };
  switch (kind) {
    case 'rate-limit-json':
      return send(429, { ...json, 'retry-after': '3' }, '{"ok":false,"error":"ratelimited"}');
    case 'rate-limit-bare':
      return send(429, html, PAGE);
    case 'rate-limit-long':
      return send(429, { 'retry-after': '60' });
    case 'rate-limit-fraction':
      return send(429, { 'retry-after': '1.5' });
    case 'html-error-before':
    case 'html-error-after':
      return send(503, html, PAGE);
    case 'html-ok-after':
      return send(200, html, PAGE);
    case 'empty-after':
      return send(200, json);
    case 'ok-alone-after':
      return send(200, json, '{"ok":true}');
    case 'no-error-after':
      return send(200, json, '{"ok":false}');
    case 'array-after':
      return send(200, json, '[]');
    case 'half-after':
      response.writeHead(200, { ...json, 'content-length': '400' }).write('{"ok":true,"ts":"17');
      setTimeout(() => response.destroy(), 20);
      return true;
    default:
      return false;
  }
}

export type Call =
  | { readonly token: string | null; readonly args: Record<string, unknown> }
  | { readonly error: string };

/** Reads a call as Slack does: POST, a form or JSON, the token in the header or the form. */
export function readCall(request: IncomingMessage, body: string): Call {
  if (request.method !== 'POST') return { error: 'method_not_supported' };
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  const { authorization } = request.headers;
  if (authorization !== undefined && !/^Bearer xox[a-z]?[abp]?-|^Bearer xapp-/.test(authorization))
    return { error: 'invalid_auth' };
  const header = authorization?.slice('Bearer '.length) ?? null;
  if (body === '' && type === '') return { token: header, args: {} };
  if (type === 'application/x-www-form-urlencoded') {
    const { token, ...args } = Object.fromEntries(new URLSearchParams(body));
    return { token: header ?? token ?? null, args };
  }
  if (type !== 'application/json')
    return { error: type === '' ? 'missing_post_type' : 'invalid_post_type' };
  try {
    const parsed = JSON.parse(body) as unknown;
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
      return { error: 'json_not_object' };
    // in JSON the token is not looked at
    return { token: header, args: { ...parsed, token: undefined } };
  } catch {
    return { error: 'invalid_json' };
  }
}

/** What a socket was sent, and what of it was acknowledged. */
export class Envelopes {
  /** what Slack would close a socket for, or take for a fault of the app */
  readonly problems: string[] = [];
  readonly #open = new Map<string, { type: string; heard: (payload: unknown) => void }>();
  readonly #done = new Set<string>();

  /** Notes an envelope that is sent; `heard` with what its acknowledgement carries. */
  send(id: string, type: string, heard: (payload: unknown) => void): void {
    this.#done.delete(id);
    this.#open.set(id, { type, heard });
  }

  take(raw: string): void {
    let message: unknown = null;
    try {
      message = JSON.parse(raw);
    } catch {
      return void this.problems.push(`not JSON: ${raw.slice(0, 80)}`);
    }
    const { envelope_id: id, payload, ...rest } = message as Record<string, unknown>;
    if (typeof id !== 'string') return void this.problems.push('an answer to no envelope');
    if (Object.keys(rest).length > 0)
      this.problems.push(`unknown keys ${Object.keys(rest).join()}`);
    const open = this.#open.get(id);
    if (!open)
      return void this.problems.push(
        this.#done.has(id) ? 'acknowledged twice' : 'unknown envelope',
      );
    this.#open.delete(id);
    this.#done.add(id);
    const isEmpty = payload === undefined || JSON.stringify(payload) === '{}';
    if (open.type === 'events_api' && !isEmpty)
      this.problems.push('an event takes no payload in its acknowledgement');
    open.heard(payload);
  }
}
