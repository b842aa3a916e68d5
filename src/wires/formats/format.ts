/** What a format gives: one file a format under this folder, each with `detect` and `parse`. */
import type { Problem } from '../../news/problem.ts';
import type { Copy } from '../../news/take.ts';

/** Bytes as they came, with what the transport said of them. Detection goes by content, never by name. */
export type Source = {
  readonly bytes: Uint8Array;
  /** the Content-Type header, when there was one */
  readonly contentType: string | null;
  /** address the bytes came from, for relative links */
  readonly baseUrl: string | null;
};

/** A source with its text decoded (see charset.ts). */
export type Decoded = Source & { readonly text: string };

/** Everything readable, and a problem for everything that was not. */
export type Parsed = { readonly copies: readonly Copy[]; readonly problems: readonly Problem[] };

export interface FormatReader {
  /** names the family: `feed`, `newsml-g2`, `text` ... */
  readonly name: string;
  /** is this content of the format? cheap: looks at the first 4 kB only */
  detect(source: Decoded): boolean;
  /** reads every item; never throws for what the copy does wrong */
  parse(source: Decoded): Parsed;
}
