/** What well-made pages have in common, as CSS selectors: what holds where work.yaml says nothing. */

/** Tried in this order; the first that a page has is the work. */
export const ARTICLES = [
  "main article, [role=main] article",
  "article, [role=article]",
  "main, [role=main]",
  "#mw-content-text, #content, #main, .entry-content, .post-content",
  "body",
];
export const CHROME =
  "nav,[role=navigation],[role=banner],[role=contentinfo],[role=search],[role=complementary],form,button,select,textarea," +
  "iframe,noscript,object,dialog,[hidden],[aria-hidden=true],[style*='display:none' i],[style*='display: none' i]," +
  "[style*='visibility:hidden' i],.noprint,.navbox,.mw-editsection,.toc,#toc,[role=doc-toc],.breadcrumb,.breadcrumbs,.share," +
  ".social,.advertisement,.ads,.ad,.sidebar,.pagination,.sr-only,.visually-hidden,.skip-link,.cookie,.newsletter,.related";
export const METADATA =
  "header,footer,time,address,figcaption,.byline,.author,.dateline,.date,[rel=author],[itemprop=author]," +
  "[itemprop=datePublished],.source,.provenance,.citation,.copyright,.license,.metadata";
export const NOTES =
  "[role=doc-footnote],[role=doc-endnote],[role=doc-endnotes],[epub\\:type~=footnote],[epub\\:type~=footnotes]," +
  "[epub\\:type~=endnote],[epub\\:type~=endnotes],[epub\\:type~=rearnote],aside,.footnotes,.footnote,#footnotes,.endnotes," +
  ".endnote,#endnotes,.reflist,ol.references,.editorial-note,.editors-note,.editor-note,[id^='fn:'],[id^=footnote]";
export const PAGES =
  "[role=doc-pagebreak],[epub\\:type~=pagebreak],.pagenum,.pageno,.page-number,.pagenumber";
/** As the vocabulary of EPUB has it. */
export const SPEAKERS = "[epub\\:type~='z3998:persona']";
export const STAGES = "[epub\\:type~='z3998:stage-direction']";
