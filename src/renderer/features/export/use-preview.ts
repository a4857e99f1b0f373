import { useEffect, useRef, useState } from 'react'
import type { OutgoingPreviewView, OutgoingWishView } from '../../../ipc/export-shapes.ts'
import { useSession } from '../../session/context.tsx'
import { settle } from '../../session/project.ts'

export interface Preview {
  readonly shown: OutgoingPreviewView | null
  /** What is shown is not yet what was chosen. */
  readonly reading: boolean
  readonly refused: string | null
}

/** What would be written, asked for anew whenever something else is chosen; the last choice wins. */
export function usePreview(wish: OutgoingWishView | null, idle: boolean): Preview {
  const session = useSession()
  const [preview, setPreview] = useState<Preview>({ shown: null, reading: true, refused: null })
  const turn = useRef(0)
  // A wish is what it says, not the object that says it.
  const said = wish && JSON.stringify(wish)
  const latest = useRef(wish)

  useEffect(() => {
    latest.current = wish
  })

  useEffect(() => {
    const mine = (turn.current += 1)
    const { current: asked } = latest
    if (said === null || !asked || !idle) return
    setPreview(({ shown }) => ({ shown, reading: true, refused: null }))
    void settle(session)
      .then(() => session.client.ask('export.preview', asked))
      .then((answer) => {
        if (turn.current !== mine) return
        session.store.setState({ work: null })
        setPreview(answer.ok ? { shown: answer.value, reading: false, refused: null } : { shown: null, reading: false, refused: `${answer.error.message} ${answer.error.remedy}` })
      })
  }, [session, said, idle])

  // The dialog is left: whatever is under way ends, and what was kept goes.
  useEffect(() => () => void session.client.ask('export.close', null), [session])
  return preview
}
