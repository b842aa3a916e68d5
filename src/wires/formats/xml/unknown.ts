/** XML that no reader knows: said so, for its tags are no story. */
import { problem } from '../../../news/problem.ts';
import type { Decoded, FormatReader } from '../format.ts';
import { rootNameOf } from './look.ts';

/** Stands behind every reader of a known kind of XML and before plain text. */
export const unknownXmlReader: FormatReader = {
  name: 'xml',
  detect: isXml,
  parse({ text }: Decoded) {
    const name = rootNameOf(text) ?? 'no root';
    const sentence = `This is XML of a kind that is not known here (<${name.slice(0, 60)}>).`;
    return { copies: [], problems: [problem('unknown-xml', sentence)] };
  },
};

function isXml({ text }: Decoded): boolean {
  const head = text.slice(0, 200).trimStart();
  if (/^<\?xml\s/i.test(head)) return true;
  // the file ends within its first tag
  if (/^<[?!A-Za-z_]/.test(head) && !text.slice(0, 4_096).includes('>')) return true;
  const name = rootNameOf(text);
  const end = text.slice(-200).toLowerCase();
  return head.startsWith('<') && name !== null && end.includes(`${name}>`);
}
