/** Light, and for paper: nothing is fetched, nothing is run. */
export const REPORT_STYLE = `
body{font:15px/1.5 Inter,Helvetica,Arial,sans-serif;color:#22252a;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1.5rem}
h1{font-size:1.75rem;line-height:1.25}h2{font-size:1.15rem;margin:2rem 0 .5rem}h3{font-size:1rem;margin:1.25rem 0 .25rem}
.lead{font-size:1.05rem}.number{border-top:1px solid #c9c4b8;margin-top:1rem}.number h2{margin-top:.75rem}
.value{font-size:2.2rem;font-weight:600;margin:.1rem 0;font-variant-numeric:tabular-nums}
table{border-collapse:collapse;font-size:.85rem;width:100%;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #e3dfd5;vertical-align:top}thead th{color:#5c6066;font-weight:600}tbody th{font-weight:400}
figure{margin:.75rem 0;overflow-x:auto}dt{font-weight:600;margin-top:.5rem}dd{margin:0 0 .25rem}.made{color:#5c6066;font-size:.85rem;margin-top:2rem}
@media print{body{margin:0;max-width:none;font-size:10.5pt}h2{break-after:avoid}figure,tr,.number{break-inside:avoid}}
`
