/** Of the page: on paper and on a screen the same, spans told apart by line, number and name as well as by colour. */
export const STYLE = `
:root{color-scheme:light}
body{max-width:46rem;margin:2rem auto;padding:0 1.25rem;font:1.0625rem/2 Georgia,'Times New Roman',serif;color:#1c1f23;background:#fff}
h1{font-size:1.5rem;line-height:1.3;margin:0 0 .5rem}
h2{font-size:1.125rem;line-height:1.4;margin:2rem 0 .75rem;border-top:1px solid #c9ced6;padding-top:1rem}
small,.facts,.legend,.notes{font:.8125rem/1.5 system-ui,sans-serif;color:#4a515c}
h2 small{font-weight:400}
.facts span{margin-right:1rem;overflow-wrap:anywhere}
.legend{margin:1rem 0 1.5rem;padding:.75rem 1rem;border:1px solid #c9ced6;border-radius:4px}
.legend>div{display:grid;grid-template-columns:11rem 1fr;gap:.75rem;padding:.125rem 0}
dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
.key{color:#1c1f23;font-weight:600;border-bottom:3px solid var(--color);overflow-wrap:anywhere}
.text{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext}
mark{color:inherit;background:none;background:color-mix(in srgb,var(--color) 12%,transparent);border-bottom:2px solid var(--color)}
.d0{padding-bottom:0}.d1{padding-bottom:3px}.d2{padding-bottom:6px}.d3{padding-bottom:9px}.d4{padding-bottom:12px}
sup{line-height:0;font:600 .6875rem system-ui,sans-serif;unicode-bidi:isolate}
sup a{color:#1c1f23;text-decoration:none;padding:0 .15em}
a:focus-visible{outline:2px solid #1c1f23;outline-offset:1px}
:target{outline:2px solid #1c1f23;outline-offset:2px}
.notes{padding-left:2.25rem;border-top:1px solid #c9ced6;margin-top:1.5rem;padding-top:1rem}
.notes li{margin-bottom:.75rem;break-inside:avoid}
.notes q{quotes:none}
.notes q a{color:inherit;text-decoration:none}
.notes q a:hover{text-decoration:underline}
.notes dl{margin:.125rem 0 0;display:grid;gap:0 1rem}
.notes dl>div{display:grid;grid-template-columns:11rem 1fr;gap:.75rem}
.notes dt{overflow-wrap:anywhere}
.notes dd{color:#1c1f23}
.note{margin:.25rem 0 0;padding-left:.75rem;border-left:2px solid #c9ced6;white-space:pre-wrap;color:#1c1f23}
@media (max-width:40rem){.legend>div,.notes dl>div{grid-template-columns:1fr;gap:0}}
@media print{body{max-width:none;margin:0;font-size:11pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}.legend{break-inside:avoid}section+section{break-before:page}}
`
