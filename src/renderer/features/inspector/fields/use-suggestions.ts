import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sectorById } from '../../../../core/codebook/lookup.ts'
import { folded } from '../../../../core/codebook/inputs/narrow.ts'
import type { Codebook } from '../../../../core/model/codebook.ts'
import type { Entity } from '../../../../core/model/value.ts'
import type { RegisterEntry } from '../../../../ipc/shapes.ts'
import { useSession } from '../../../session/context.tsx'
import type { Option } from '../controls/combobox.tsx'

const TYPED = 'typed'
const MOST = 40

export function sameEntity(a: Entity, b: Entity): boolean {
  return folded(a.name) === folded(b.name) && a.code === b.code && a.sector === b.sector
}

/** The register is older than the codebook, whose sectors may be others: one that it does not know is left out. */
function inCodebook(entry: RegisterEntry, codebook: Codebook): RegisterEntry {
  if (entry.sector === undefined || sectorById(codebook, entry.sector)) return entry
  const { sector: _, ...rest } = entry
  return rest
}

/** What the register offers for what is typed, and what is typed itself, where it is not there already. */
export function useSuggestions(typed: string | null, chosen: readonly Entity[], codebook: Codebook, near: string): { readonly options: readonly Option[]; readonly entityOf: (id: string) => Entity } {
  const { t } = useTranslation()
  const { client } = useSession()
  const [answer, setAnswer] = useState<{ readonly query: string; readonly entries: readonly RegisterEntry[] }>({ query: '', entries: [] })
  const query = typed?.trim() ?? ''

  useEffect(() => {
    let current = true
    void client.ask('register.suggest', { query, near }).then((suggested) => {
      // An answer to what was typed before is of no use any more.
      if (current && suggested.ok) setAnswer({ query, entries: suggested.value.slice(0, MOST) })
    })
    return () => {
      current = false
    }
  }, [client, query, near])

  // Enter may come before the answer: what was offered for other words must not be taken for these.
  const entries = answer.query === query ? answer.entries : answer.entries.filter((entry) => folded(entry.name).includes(folded(query)))
  const left = entries.map((entry) => inCodebook(entry, codebook)).filter((entry) => !chosen.some((entity) => sameEntity(entity, entry)))
  const known = left.some((entry) => folded(entry.name) === folded(query))
  const options: Option[] = left.map((entry, index) => ({
    id: String(index),
    text: entry.name,
    detail: [entry.named ? t('field.entity.named') : undefined, entry.code, entry.sector && (sectorById(codebook, entry.sector)?.name ?? entry.sector), entry.count > 0 ? t('field.entity.count', { count: entry.count }) : undefined]
      .filter((part) => part !== undefined && part !== '')
      .join(' · '),
  }))
  if (query !== '' && !known) options.push({ id: TYPED, text: t('field.add-typed', { text: query }) })
  return {
    options,
    entityOf: (id) => {
      const entry = id === TYPED ? undefined : left[Number(id)]
      if (!entry) return { name: query }
      const { count: _count, named: _named, ...entity } = entry
      return entity
    },
  }
}
