import type { Adapter } from './adapter.ts'
import { brat } from './brat/adapter.ts'
import { doccanoJsonl } from './doccano-jsonl/adapter.ts'
import { doccanoCsv } from './doccano-csv/adapter.ts'
import { labelStudio } from './label-studio/adapter.ts'
import { spacyJsonl } from './spacy-jsonl/adapter.ts'
import { conll2003 } from './conll-2003/adapter.ts'
import { conllu } from './conllu/adapter.ts'
import { webannoTsv } from './webanno-tsv/adapter.ts'
import { casJson } from './cas-json/adapter.ts'
import { casXmi } from './cas-xmi/adapter.ts'
import { w3cJsonld } from './w3c-jsonld/adapter.ts'
import { csv } from './csv-tables/adapter.ts'
import { xlsx } from './xlsx/adapter.ts'
import { html } from './html/adapter.ts'
import { gateXml } from './gate-xml/adapter.ts'
import { tei } from './tei/adapter.ts'
import { biocJson } from './bioc-json/adapter.ts'
import { jsonl } from './concord-jsonl/adapter.ts'
import { refiQdpx } from './refi-qda/adapter.ts'
import { refiQdc } from './refi-qda/qdc.ts'

/** Every format that there is, in the order in which they are offered. A new one is added here and nowhere else. */
export const ADAPTERS: readonly Adapter[] = [
  brat,
  doccanoJsonl,
  doccanoCsv,
  labelStudio,
  spacyJsonl,
  conll2003,
  webannoTsv,
  conllu,
  casJson,
  casXmi,
  w3cJsonld,
  csv,
  xlsx,
  html,
  gateXml,
  biocJson,
  tei,
  jsonl,
  refiQdpx,
  refiQdc,
]

export function adapterNamed(name: string): Adapter | undefined {
  return ADAPTERS.find((adapter) => adapter.name === name)
}
