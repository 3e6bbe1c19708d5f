import { style as base } from "../export/page-style.ts";

/** What the notice has beside the pages of a copy: one sheet, for screen, phone, dark and paper. */
export const noticeStyle = `${base}
header h1 { font-size: clamp(1.3rem, 6.8vw, 2.6rem); } h2, dd { overflow-wrap: anywhere; }
header a { color: inherit; } header p { max-width: 44rem; }
header .support { font-weight: 600; }
.languages { display: flex; gap: 1.25rem; margin: 0 0 1.5rem; }
.languages a { display: block; padding: .35rem 0; color: #cfe0d8; border: 0; }
.languages a[aria-current] { color: #fff; font-weight: 600; text-decoration: underline; text-underline-offset: .3em; }
section p { max-width: 46rem; margin: .5rem 0; } .plain { max-width: 46rem; }
#summary .plain { font-size: 1.06rem; } #summary .plain li { margin: .35rem 0; }
.contents { margin-top: 1.25rem; padding-top: .75rem; border-top: 1px solid var(--line); }
.contents li { border: 0; padding: .3rem 0; }
.parties { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1rem 2.5rem; }
.party h3 { margin: .75rem 0 0; } .party .ground { margin: 0 0 .75rem; }
.party .facts { grid-template-columns: 1fr; gap: .55rem; } .party .facts + .facts { border: 0; padding: 0; margin-top: .55rem; }
#purposes table { table-layout: fixed; } #purposes th:first-child { width: 52%; } #purposes th:nth-child(2) { width: 20%; }
#purposes td { hyphens: auto; } #purposes .plain { max-width: none; } #purposes .group th { width: auto; border-bottom: 0; padding-top: 1.1rem; color: var(--pine); font-size: .95rem; }
td .about { margin: .25rem 0 0; } td summary { padding: .3rem 0; }
.kinds { margin: .75rem 0 0; } .kinds > div { padding: .6rem 0; border-top: 1px solid var(--line); }
.kinds dt { color: var(--ink); font-size: .95rem; } .kinds dd { color: var(--ink); }
.own { margin: 1.25rem 0 0; padding: .2rem 1.1rem .6rem; border-left: 3px solid var(--gold); background: var(--tint);
  border-radius: 0 10px 10px 0; }
.own h3 { margin: .7rem 0 .2rem; font-size: .92rem; color: var(--soft); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
main > footer { max-width: none; padding-left: 0; padding-right: 0; }
main > footer a { display: inline-block; padding: .3rem 0; }
a:focus-visible, summary:focus-visible { outline: 3px solid #dcb463; outline-offset: 2px; border-radius: 3px; }
@media screen and (max-width: 44rem) {
  #purposes tr { padding: 1rem 0; }   #purposes td { grid-template-columns: 1fr; gap: 0; padding: .3rem 0; }
  #purposes td:first-child { font-size: 1.05rem; } #purposes td:first-child::before { content: none; }
}
@media print {
  .languages, .support, .contents, .everywhere { display: none; }
  section { break-inside: auto; } .party, .own, .kinds > div { break-inside: avoid; }
  .own { background: none; }
  a.away::after { content: " " attr(href); color: #444; }
}
`;
