/** The readers of XML, JSON and web pages, loaded with the first source that may be any of them. */
import { feedReader } from './feed.ts';
import { htmlReader } from './html.ts';
import { newsmlG2Reader } from './newsml-g2/newsml-g2.ts';
import { newsml1Reader } from './newsml1/newsml1.ts';
import { rbnewsReader } from './rbnews.ts';
import { ninjsReader } from './ninjs.ts';
import { nitfReader } from './nitf/nitf.ts';
import { sitemapReader } from './sitemap.ts';
import { piecesOf } from './xml/pieces.ts';
import { unknownXmlReader } from './xml/unknown.ts';

/** The readers in the order in which they are asked, and what an unknown document is taken apart with. */
export const MARKUP = {
  /** formats that name themselves: asked before all others */
  documents: [
    newsmlG2Reader,
    newsml1Reader,
    nitfReader,
    rbnewsReader,
    feedReader,
    sitemapReader,
    ninjsReader,
  ],
  /** any page, and XML of no known kind: asked behind the old wires and e-mail, which may hold one */
  pages: [htmlReader, unknownXmlReader],
  unknown: unknownXmlReader,
  piecesOf,
} as const;
