/**
 * The packages of the readers. Each is loaded with the first copy that needs it: a command that reads
 * plain text, and a bot whose wires bring nothing else, wait for none of them and keep none in memory.
 */
import { createRequire } from 'node:module';
import type * as Readability from '@mozilla/readability';
import type * as Feedsmith from 'feedsmith';
import type * as Htmlparser from 'htmlparser2';
import type Iconv from 'iconv-lite';
import type * as Linkedom from 'linkedom';
import type * as PostalMime from 'postal-mime';
import type * as Saxes from 'saxes';

const load = createRequire(import.meta.url);

/** feeds */
export const feedsmith = (): typeof Feedsmith => load('feedsmith') as typeof Feedsmith;
/** markup, broken or not */
export const htmlparser = (): typeof Htmlparser => load('htmlparser2') as typeof Htmlparser;
/** XML */
export const saxes = (): typeof Saxes => load('saxes') as typeof Saxes;
/** the tree of a page */
export const linkedom = (): typeof Linkedom => load('linkedom') as typeof Linkedom;
/** the article on a page */
export const readability = (): typeof Readability =>
  load('@mozilla/readability') as typeof Readability;
/** charsets */
export const iconv = (): typeof Iconv => load('iconv-lite') as typeof Iconv;
/** header words and addresses of e-mail */
export const postalMime = (): typeof PostalMime => load('postal-mime') as typeof PostalMime;
