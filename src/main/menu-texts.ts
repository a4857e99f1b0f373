import type { MenuItemConstructorOptions } from 'electron'
import { germanTitles } from '../core/actions/titles-de.ts'
import { actionEntry, type ActionId, type MenuGroup } from '../core/actions/table.ts'
import type { Language } from '../core/language.ts'

type Role = NonNullable<MenuItemConstructorOptions['role']>

interface MenuTexts {
  readonly groups: Readonly<Record<MenuGroup, string>>
  /** What the system does by itself; without a text it words it, in its own language. */
  readonly roles: Readonly<Partial<Record<Role, string>>>
  readonly title: (id: ActionId) => string
}

/** The native menu in each language; `&` before the letter that opens a menu with Alt. */
export const menuTexts: Readonly<Record<Language, MenuTexts>> = {
  en: {
    groups: { file: '&File', edit: '&Edit', view: '&View', annotate: '&Annotate', review: '&Review', go: '&Go', help: '&Help' },
    roles: {},
    title: (id) => actionEntry(id).title,
  },
  de: {
    groups: { file: '&Datei', edit: '&Bearbeiten', view: '&Ansicht', annotate: 'A&nnotieren', review: 'Be&gutachten', go: '&Gehe zu', help: '&Hilfe' },
    roles: {
      quit: 'Beenden', close: 'Fenster schließen', copy: 'Kopieren', cut: 'Ausschneiden', paste: 'Einfügen', selectAll: 'Alles auswählen',
      resetZoom: 'Originalgröße', zoomIn: 'Vergrößern', zoomOut: 'Verkleinern', togglefullscreen: 'Vollbild',
    },
    title: (id) => germanTitles[id],
  },
}
