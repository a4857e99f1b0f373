import type { Client } from './client.ts'

export interface PlaceKeeper {
  /** UTF-16 offset of the first visible character. Cheap: called on every scroll. */
  readonly remember: (article: string, offset: number) => void
  /** Sends what is not sent yet. */
  readonly flush: () => void
}

const PAUSE = 400

/** Tells main where the person is, not more often than a few times a second. */
export function createPlaceKeeper(client: Client): PlaceKeeper {
  let pending: { article: string; offset: number } | null = null
  let timer: ReturnType<typeof setTimeout> | null = null

  function flush(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (pending) void client.ask('articles.rememberPlace', pending)
    pending = null
  }

  return {
    remember: (article, offset) => {
      if (pending && pending.article !== article) flush()
      pending = { article, offset: Math.max(0, Math.floor(offset)) }
      timer ??= setTimeout(flush, PAUSE)
    },
    flush,
  }
}
