/**
 * Which addresses may be asked: public ones, and private ones that the configuration allows. A name is
 * resolved once and the connection goes to the address that was checked, so neither a redirect nor a
 * changing DNS answer leads inside.
 */
import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { NewsroomError } from '../errors.ts';

export type Range = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Gives every address of a name, as `dns.lookup` with `all` does. */
export type ResolveName = (
  host: string,
  options: { readonly all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Reads CIDRs. @throws NewsroomError `config` for one that is none */
export function readRanges(cidrs: readonly string[]): Range[] {
  return cidrs.map((cidr) => {
    try {
      return ipaddr.parseCIDR(cidr);
    } catch (cause) {
      const sentence = `network.allowPrivate: "${cidr}" is not a network such as 10.0.0.0/8.`;
      throw new NewsroomError('config', sentence, { cause });
    }
  });
}

/** The part of IPv6 that is given out to the world (IANA): anything else is inside somewhere. */
const WORLD = ipaddr.IPv6.parseCIDR('2000::/3');

/** May this IP address be asked? IPv4 inside IPv6 counts as the IPv4 that it is. */
export function isAllowed(address: string, allowed: readonly Range[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  const isOfTheWorld = parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(WORLD);
  if (parsed.range() === 'unicast' && isOfTheWorld) return true;
  return allowed.some(([network, bits]) => {
    return network.kind() === parsed.kind() && parsed.match(network, bits);
  });
}

class ForbiddenAddress extends NewsroomError {
  constructor(host: string) {
    super(
      'forbidden',
      `${host} is in a private network: allow it under network.allowPrivate if you mean it.`,
    );
  }
}

/** A lookup for sockets that gives checked addresses only. */
export function checkedLookup(
  allowed: readonly Range[],
  resolveName: ResolveName = lookup,
): LookupFunction {
  return (host, options, callback) => {
    resolveName(host, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const good = addresses.filter(({ address }) => isAllowed(address, allowed));
      const [best] = good;
      if (best === undefined) return callback(new ForbiddenAddress(host), '', 0);
      // With `all` Node wants the list, else one address.
      if (options.all) return callback(null, good);
      return callback(null, best.address, best.family);
    });
  };
}

/** Checks what can be seen before connecting. @throws NewsroomError `forbidden` */
export function checkUrl(url: URL, allowed: readonly Range[]): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new NewsroomError('forbidden', `${url.protocol} addresses are not read.`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // URL has turned decimal, octal and hexadecimal hosts into dotted form already.
  if (ipaddr.isValid(host) && !isAllowed(host, allowed)) throw new ForbiddenAddress(host);
}
