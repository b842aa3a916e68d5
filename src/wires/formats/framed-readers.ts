/** The readers of old wires and of mail, loaded with the first source that may be any of them. */
import { anpaReader } from './anpa.ts';
import { emailReader } from './email.ts';
import type { FormatReader } from './format.ts';
import { iptc7901Reader } from './iptc7901.ts';

/** In the order in which they are asked. */
export const FRAMED: readonly FormatReader[] = [anpaReader, iptc7901Reader, emailReader];
