import { useEffect, useRef, useState } from 'react'
import type { RequestInput, RequestOutput } from '../../../ipc/contract.ts'
import type { ChosenFiles, ImportPreview } from '../../../ipc/import-shapes.ts'
import { useSession } from '../../session/context.tsx'
import { sayError } from '../../session/view.ts'

/** How the files are to be read. */
export type Wish = Omit<RequestInput<'import.read'>, 'token'>

const AS_RECOGNISED: Wish = { format: null, own: {}, repairs: [] }

export interface Intake {
  readonly files: ChosenFiles | null
  readonly wish: Wish
  readonly preview: ImportPreview | null
  /** Every format that can be read. */
  readonly readable: RequestOutput<'import.formats'>
  readonly reading: boolean
  /** Why the files could not be read. */
  readonly refused: string | null
  /** Counts readings of other files or as another format, so that choices made for one are not taken for another. */
  readonly generation: number
  readonly choose: (what: 'files' | 'folder') => void
  readonly read: (wish: Wish) => void
}

/** The files that are looked at: chosen, read, read again in another way. Nothing is written. */
export function useIntake(dropped: ChosenFiles | null): Intake {
  const session = useSession()
  const { client, view, store } = session
  const [files, setFiles] = useState(dropped)
  const [wish, setWish] = useState(AS_RECOGNISED)
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [readable, setReadable] = useState<Intake['readable']>([])
  const [reading, setReading] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [generation, setGeneration] = useState(0)
  const turn = useRef(0)

  async function ask(chosen: ChosenFiles, next: Wish, isNew: boolean): Promise<void> {
    const mine = (turn.current += 1)
    setWish(next)
    setReading(true)
    setRefused(null)
    if (isNew) setPreview(null)
    const answer = await client.ask('import.read', { token: chosen.token, ...next })
    if (turn.current !== mine) return
    store.setState({ work: null })
    setReading(false)
    if (answer.ok) {
      setPreview(answer.value)
      if (isNew) setGeneration(mine)
    } else {
      setPreview(null)
      setRefused(`${answer.error.message} ${answer.error.remedy}`)
    }
  }

  async function choose(what: 'files' | 'folder'): Promise<void> {
    const answer = await client.ask('import.choose', { what })
    if (!answer.ok) return sayError(view, answer.error)
    if (!answer.value) return
    setFiles(answer.value)
    await ask(answer.value, AS_RECOGNISED, true)
  }

  useEffect(() => {
    void client.ask('import.formats', null).then((answer) => answer.ok && setReadable(answer.value))
    if (dropped) void ask(dropped, AS_RECOGNISED, true)
    return () => {
      turn.current += 1
      void client.ask('import.close', null)
    }
    // Once: dropped files do not change while the dialog is open.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  return {
    files,
    wish,
    preview,
    readable,
    reading,
    refused,
    generation,
    choose: (what) => void choose(what),
    read: (next) => {
      if (files) void ask(files, next, next.format !== wish.format)
    },
  }
}
