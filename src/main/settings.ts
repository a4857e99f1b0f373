import { app } from 'electron'
import Store from 'electron-store'
import { z } from 'zod'
import { defaultSettings, settingsSchema, type Settings } from '../ipc/shapes.ts'

const rectangleSchema = z.strictObject({ x: z.int(), y: z.int(), width: z.int(), height: z.int() })

const recentSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  folder: z.string(),
  opened: z.string(),
})
export type RecentEntry = z.infer<typeof recentSchema>

/** Each setting by itself: one that is damaged, or that an earlier version did not have, is the usual one and costs no other. */
const storedSettingsSchema = z.record(z.string(), z.unknown()).transform((stored): Settings => {
  const good = Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(stored[name])
    return parsed.success ? [[name, parsed.data]] : []
  })
  return settingsSchema.parse({ ...defaultSettings, ...Object.fromEntries(good) })
})

const storedSchema = z.strictObject({
  settings: storedSettingsSchema,
  window: z.strictObject({ bounds: rectangleSchema.nullable(), maximized: z.boolean() }),
  recent: z.array(recentSchema),
  /** Folder of the project that was open last; null after it was closed on purpose. */
  last: z.string().nullable(),
  /** By folder: who works in it, where that is not the annotator of the settings (the sample project). */
  roles: z.record(z.string(), z.string()),
  /** By project id: article path and UTF-16 offset. */
  places: z.record(z.string(), z.strictObject({ article: z.string(), offset: z.int() })),
  /** Where backups go; null: into each project. */
  backupFolder: z.string().nullable(),
})
type Stored = z.infer<typeof storedSchema>

const DEFAULTS: Stored = {
  settings: defaultSettings,
  window: { bounds: null, maximized: false },
  recent: [],
  last: null,
  roles: {},
  places: {},
  backupFolder: null,
}

const MOST_RECENT = 12

/** Settings only: window, recent projects, annotator, theme, places. Never work. A damaged file means the defaults. */
export class SettingsStore {
  private readonly store: Store<Record<keyof Stored, unknown>>

  constructor() {
    this.store = new Store<Record<keyof Stored, unknown>>({
      name: 'settings',
      cwd: app.getPath('userData'),
      clearInvalidConfig: true,
    })
  }

  private read<K extends keyof Stored>(key: K): Stored[K] {
    const parsed = storedSchema.shape[key].safeParse(this.store.get(key))
    // The cast is to the type that this very schema produces; the compiler cannot follow the key through the shape.
    return parsed.success ? (parsed.data as Stored[K]) : DEFAULTS[key]
  }

  get settings(): Settings {
    return this.read('settings')
  }

  update(change: { [K in keyof Settings]?: Settings[K] | undefined }): Settings {
    const current = this.settings
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const next = settingsSchema.parse({ ...current, ...given, layout: { ...current.layout, ...change.layout }, choices: { ...current.choices, ...change.choices } })
    this.store.set('settings', next)
    return next
  }

  get window(): Stored['window'] {
    return this.read('window')
  }

  set window(value: Stored['window']) {
    this.store.set('window', value)
  }

  get recent(): readonly RecentEntry[] {
    return this.read('recent')
  }

  remember(entry: RecentEntry): void {
    const others = this.recent.filter((other) => other.folder !== entry.folder)
    this.store.set('recent', [entry, ...others].slice(0, MOST_RECENT))
    this.store.set('last', entry.folder)
  }

  forget(id: string): void {
    this.store.set('recent', this.recent.filter((entry) => entry.id !== id))
  }

  get last(): string | null {
    return this.read('last')
  }

  closeLast(): void {
    this.store.set('last', null)
  }

  /** The name that a person works under in this project. */
  annotatorIn(folder: string): string {
    return this.read('roles')[folder] ?? this.settings.annotator
  }

  /** `null`: the annotator of the settings again. */
  setAnnotatorIn(folder: string, name: string | null): void {
    const { [folder]: _, ...others } = this.read('roles')
    this.store.set('roles', name === null ? others : { ...others, [folder]: name })
  }

  get backupFolder(): string | null {
    return this.read('backupFolder')
  }

  set backupFolder(folder: string | null) {
    this.store.set('backupFolder', folder)
  }

  placeIn(projectId: string): Stored['places'][string] | null {
    return this.read('places')[projectId] ?? null
  }

  rememberPlace(projectId: string, place: Stored['places'][string]): void {
    this.store.set('places', { ...this.read('places'), [projectId]: place })
  }
}
