/** One style sheet for screen, phone, dark and paper. Nothing is fetched from anywhere. */
export const style = `
:root { color-scheme: light dark; --ground: #f6f5f0; --paper: #fff; --ink: #1b2420; --soft: #56625c;
  --line: #dcdfd8; --pine: #1c4f40; --tint: #e9f1ed; --gold: #b98a2f; }
@media (prefers-color-scheme: dark) { :root { --ground: #121815; --paper: #1a221e; --ink: #e8ece9;
  --soft: #a9b5af; --line: #35413b; --pine: #8fcbb3; --tint: #22302a; --gold: #dcb463; } }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
main, header > div, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.5rem; }
header { background: #1c4f40; color: #f4f2ec; border-bottom: 4px solid #dcb463; }
header > div { padding-top: 2.5rem; padding-bottom: 2.25rem; }
header h1 { margin: 0; font-size: clamp(1.75rem, 5vw, 2.6rem); line-height: 1.15; letter-spacing: -.02em;
  text-wrap: balance; }
header p { margin: .6rem 0 0; color: #cfe0d8; }
header .who { margin: 0 0 .5rem; color: #dcb463; font-weight: 600; }
h2 { margin: 0 0 .35rem; font-size: 1.3rem; line-height: 1.25; letter-spacing: -.01em; }
h3 { margin: 1.4rem 0 .25rem; font-size: 1.02rem; }
a { color: var(--pine); }
section { background: var(--paper); border: 1px solid var(--line); border-radius: 14px; padding: 1.4rem 1.5rem;
  margin: 1.25rem 0; scroll-margin-top: 1rem; }
.count { display: inline-block; min-width: 1.7em; padding: 0 .5em; border-radius: 1em; background: var(--tint);
  color: var(--pine); font-size: .8rem; font-weight: 600; text-align: center; vertical-align: .18em; }
.tiles { display: flex; flex-wrap: wrap; gap: .6rem 2.5rem; margin: .8rem 0 1rem; padding: 0; list-style: none; }
.tiles li { font-size: 1.15rem; font-weight: 600; color: var(--pine); }
nav ul { columns: 16rem; gap: 2rem; margin: .5rem 0 0; padding: 0; list-style: none; }
nav li { break-inside: avoid; display: flex; justify-content: space-between; gap: 1rem; padding: .3rem 0;
  border-bottom: 1px solid var(--line); }
nav .count { align-self: center; } nav a { text-decoration: none; } nav a:hover { text-decoration: underline; }
.about { margin: 0 0 1rem; color: var(--soft); font-size: .92rem; }
.about summary { cursor: pointer; } .about p { margin: .5rem 0 0; } .about ul { margin: .2rem 0 0; padding-left: 1.2rem; }
.note { margin: 0 0 1rem; padding: .6rem .9rem; border-left: 3px solid var(--gold); background: var(--tint);
  border-radius: 0 8px 8px 0; font-size: .92rem; }
.quiet { color: var(--soft); font-style: italic; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .9rem 2rem; margin: 0; }
.facts + .facts { margin-top: 1rem; padding-top: 1rem; border-top: 1px solid var(--line); }
dt, th { color: var(--soft); font-size: .8rem; font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; font-size: .93rem; }
th { text-align: left; padding: .4rem .8rem .4rem 0; border-bottom: 2px solid var(--line); vertical-align: bottom; }
td { padding: .5rem .8rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: break-word; }
td.wide { min-width: 11rem; } time { font-variant-numeric: tabular-nums; white-space: nowrap; }
tbody tr:last-child td { border-bottom: 0; }
img { display: block; max-width: 9rem; height: auto; border-radius: 10px; border: 1px solid var(--line); }
.plain { margin: .3rem 0 0; padding-left: 1.2rem; } .plain li { margin: .2rem 0; }
.ground { color: var(--soft); font-size: .88rem; }
footer { padding: 1rem 1.5rem 3rem; color: var(--soft); font-size: .88rem; }
@media screen and (max-width: 44rem) {
  main, header > div, footer { padding-left: 1rem; padding-right: 1rem; }
  section { padding: 1.1rem 1rem; border-radius: 12px; }
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  table, tbody { display: block; }
  tr { display: block; padding: .6rem 0; border-bottom: 1px solid var(--line); }
  tbody tr:last-child { border-bottom: 0; padding-bottom: 0; }
  td { display: grid; grid-template-columns: 8rem 1fr; gap: .75rem; padding: .18rem 0; border: 0; }
  td::before { content: attr(data-label); color: var(--soft); font-size: .85rem; font-weight: 600; }
  td.empty { display: none; }
}
@media print {
  @page { size: A4; margin: 16mm 14mm; }
  :root { color-scheme: light; --ground: #fff; --paper: #fff; --ink: #111; --soft: #444; --line: #ccc;
    --pine: #1c4f40; --tint: #eef3f0; --gold: #b98a2f; }
  body { font-size: 10pt; }
  main, header > div, footer { max-width: none; padding-left: 0; padding-right: 0; }
  header { background: none; color: #111; border-bottom: 2px solid #1c4f40; }
  header > div { padding-top: 0; padding-bottom: 1rem; }
  header p { color: #444; } header .who { color: #1c4f40; }
  section { border: 0; border-radius: 0; padding: 0; margin: 1.4rem 0; }
  h2 { break-after: avoid; } tr, .facts > div, .plain li, img { break-inside: avoid; }
  .about::details-content { content-visibility: visible; } .about summary { list-style: none; }
  thead { display: table-header-group; } nav { break-after: avoid; }
  table, .ground, .about, .note, .quiet, footer { font-size: 8.5pt; } dt, th { font-size: 8pt; } td { hyphens: auto; } a { color: inherit; text-decoration: none; }
  td { padding-top: .25rem; padding-bottom: .25rem; }
}
`;
