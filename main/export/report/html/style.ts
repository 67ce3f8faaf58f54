/**
 * The look of a report: quiet, wide enough for three texts, as good on paper as on a dark screen. What is told by
 * colour is told by a sign, a pattern or a word as well.
 */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fdfcfa; --card: #fff; --ink: #1d1b18; --soft: #5b554c; --line: #d8d2c7; --critical: #a4161a; --major: #a84b00; --minor: #6b5a00; --neutral: #5b554c; --mark: #fbe7a1; --put: #dcefdc; --put-ink: #14532d; --out: #f7dcd8; --out-ink: #8f1d14; --good: #14632f; --bar-critical: #a4161a; --bar-major: #d9822b; --bar-minor: #e9c46a; --bar-neutral: #c9c2b6; }
@media screen and (prefers-color-scheme: dark) { :root { --paper: #181715; --card: #211f1c; --ink: #ece8e1; --soft: #b5ada0; --line: #45413a; --critical: #ff9b94; --major: #ffb877; --minor: #e5cf78; --neutral: #b5ada0; --mark: #5c4a10; --put: #1d3b26; --put-ink: #a9dfb6; --out: #4a211d; --out-ink: #ffb4ab; --good: #8fd6a3; --bar-critical: #e5675f; --bar-major: #c9762a; --bar-minor: #a08a34; --bar-neutral: #6e675d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 2.5rem 1.5rem 4rem; background: var(--paper); color: var(--ink); font: 0.9375rem/1.5 system-ui, 'Segoe UI', 'Noto Sans', sans-serif; }
h1, h2, h3, h4 { line-height: 1.25; margin: 0; break-after: avoid; text-wrap: balance; overflow-wrap: anywhere; }
h1, .text { font-family: 'PT Serif', 'Noto Serif', Cambria, 'Times New Roman', serif; }
h1 { font-size: 2rem; margin: 0.2rem 0 1rem; }
h2 { font-size: 1.3rem; margin: 3rem 0 0.9rem; padding-top: 0.7rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.05rem; margin: 1.8rem 0 0.6rem; }
p { margin: 0.5rem 0; }
.kicker { margin: 0; color: var(--soft); font-weight: 600; letter-spacing: 0.02em; }
.about { display: flex; flex-wrap: wrap; gap: 0.2rem 2rem; margin: 0; }
.about div { display: flex; gap: 0.5rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.soft { color: var(--soft); }
table { width: 100%; margin-bottom: 1.3rem; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: start; font-weight: 600; padding-bottom: 0.4rem; break-after: avoid; }
th, td { padding: 0.4rem 0.7rem 0.4rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); font-weight: 400; overflow-wrap: break-word; }
thead th, .overview thead th { color: var(--soft); border-bottom: 1px solid var(--ink); }
th[scope='row'] { color: var(--soft); }
.plain th[scope='row'] { color: inherit; }
tr { break-inside: avoid; }
thead { break-after: avoid; }
tbody tr:first-child { break-before: avoid; }
.findings { table-layout: fixed; }
.findings .row { width: 4.5rem; }
.findings .grave { width: 10rem; }
.findings .quotes { width: 34%; }
.n { text-align: end; }
th.n, td.n { padding-inline: 0.5rem; }
tfoot th, tfoot td { font-weight: 600; border-bottom: 0; }
.overview { table-layout: fixed; }
.overview thead th { color: inherit; font-size: 1.1rem; font-weight: 600; }
.overview thead small { display: block; font-size: 0.8125rem; font-weight: 400; color: var(--soft); }
.overview th[scope='row'] { width: 11rem; }
.score { display: block; font-size: 1.9rem; line-height: 1.2; font-weight: 600; }
.pass { color: var(--good); font-weight: 600; }
.fail { color: var(--critical); font-weight: 600; }
.warning { margin: 0.3rem 0 0; padding: 0.15rem 0 0.15rem 0.6rem; border-inline-start: 3px solid var(--major); }
h2 + .soft { break-after: avoid; }
figure { margin: 0 0 2rem; }
figcaption { break-after: avoid; font-weight: 600; font-size: 1.05rem; margin-bottom: 0.2rem; }
svg { break-inside: avoid; display: block; width: 100%; max-width: 50rem; height: auto; margin: 0.6rem 0; font: 13px system-ui, 'Segoe UI', 'Noto Sans', sans-serif; }
svg text { fill: var(--ink); }
svg .soft { fill: var(--soft); }
svg .axis { stroke: var(--line); }
svg .count { font-weight: 600; paint-order: stroke; stroke: var(--card); stroke-width: 3.5px; stroke-linejoin: round; }
.critical { color: var(--critical); } .major { color: var(--major); } .minor { color: var(--minor); } .neutral { color: var(--neutral); }
.fill-critical { fill: var(--bar-critical); } .fill-major { fill: var(--bar-major); } .fill-minor { fill: var(--bar-minor); } .fill-neutral { fill: var(--bar-neutral); }
.edge { fill: none; stroke: var(--ink); stroke-width: 0.8; }
.grain { stroke: var(--card); stroke-width: 2; fill: var(--card); }
.sign { fill: currentColor; stroke: currentColor; stroke-width: 1.6; stroke-linejoin: round; } .sign.hollow { fill: var(--card); }
.severity { font-weight: 600; white-space: nowrap; }
.flag { margin: 1rem 0; padding: 0.9rem 1.1rem 1rem; border: 1px solid var(--line); border-inline-start: 4px solid currentColor; background: var(--card); break-inside: avoid; }
.flag > * { color: var(--ink); }
.flag h4 { font-size: 1.05rem; }
.facts { display: flex; flex-wrap: wrap; gap: 0.1rem 1.1rem; margin: 0.15rem 0 0; color: var(--soft); }
.flag .note { margin: 0.6rem 0; font-size: 1.0625rem; overflow-wrap: anywhere; }
.typed { white-space: pre-line; }
.texts { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 0.8rem 1.4rem; margin-top: 0.7rem; padding-top: 0.6rem; border-top: 1px solid var(--line); }
.texts > div { min-width: 0; }
.language { margin: 0; color: var(--soft); font-size: 0.8125rem; font-weight: 600; }
.text { margin: 0.2rem 0 0.5rem; font-size: 1rem; line-height: 1.5; overflow-wrap: anywhere; }
mark { background: var(--mark); color: inherit; text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px; }
mark.here { padding: 0 0.25em; font-weight: 700; text-decoration: none; }
sup { line-height: 0; }
ins { background: var(--put); color: var(--put-ink); text-decoration: underline; text-decoration-thickness: 1px; }
del + ins { margin-inline-start: 0.2em; }
del { background: var(--out); color: var(--out-ink); }
.thread { margin: 0.6rem 0 0; padding: 0.5rem 0 0 1.1rem; border-top: 1px solid var(--line); list-style: none; }
.thread li { margin: 0.3rem 0; overflow-wrap: anywhere; }
.figures { max-width: 46rem; margin-top: 1rem; }
.figures th[scope='row'] { width: 40%; }
td bdi { overflow-wrap: anywhere; }
.method { color: var(--soft); max-width: 48rem; }
.away { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
a { color: inherit; text-underline-offset: 2px; }
footer { margin-top: 3rem; padding-top: 0.7rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.8125rem; }
@page { size: A4; margin: 16mm 15mm 18mm; }
@media print { :root { --paper: #fff; } body { max-width: none; padding: 0; font-size: 9.5pt; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } h1 { font-size: 20pt; } h2 { font-size: 14pt; margin-top: 1.6rem; } .text { font-size: 9.5pt; } .texts { grid-template-columns: repeat(3, 1fr); gap: 0.6rem 1rem; } .flag .note { font-size: 10.5pt; } .long { break-inside: auto; } tfoot { display: table-row-group; } th .severity { font-size: 8pt; } a { text-decoration: none; } }
`;
