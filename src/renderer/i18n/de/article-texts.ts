import type { articleTexts as english } from '../en/article-texts.ts'
import type { TextsOf } from '../texts.ts'

export const articleTexts: TextsOf<typeof english> = {
  'article.none.title': 'Kein Artikel geöffnet',
  'article.none.text': 'Wählen Sie einen aus der Liste oder suchen Sie danach.',
  'article.first.title': 'Fügen Sie die Artikel hinzu, die Sie lesen wollen',
  'article.first.text': 'Textdateien und Ordner. Sie werden in das Projekt kopiert; die Originale bleiben, wie sie sind.',
  'article.incomplete': 'unvollständig',
  'article.link.copy': 'Link kopieren',
  'article.link.copied': 'Link kopiert.',
  'article.done': 'Als erledigt kennzeichnen',
  'article.nothing': 'Gelesen, nichts zu markieren',
  'article.reopen': 'Wieder öffnen',
  'article.state.done': 'Erledigt',
  'article.state.nothing': 'Gelesen, nichts zu markieren',
  'article.words_one': '1 Wort',
  'article.words_other': '{{count, number}} Wörter',

  'done.title': 'Trotz fehlender Werte als erledigt kennzeichnen?',
  'done.text_one': 'Bei 1 Annotation fehlen noch Werte. Sie ist gespeichert, wie sie ist, und Sie können darauf zurückkommen.',
  'done.text_other': 'Bei {{count, number}} Annotationen fehlen noch Werte. Sie sind gespeichert, wie sie sind, und Sie können darauf zurückkommen.',
  'done.unconfirmed_one': '1 vorausgefüllter Wert ist noch nicht bestätigt.',
  'done.unconfirmed_other': '{{count, number}} vorausgefüllte Werte sind noch nicht bestätigt.',
  'done.confirm': 'Trotzdem erledigt',
  'done.back': 'Zur ersten gehen',

  'details.title': 'Angaben zum Artikel',
  'details.article-title': 'Titel',
  'details.date': 'Datum',
  'details.date.help': 'Jahr, Monat und Tag: 2031-03-04.',
  'details.date.wrong': 'Schreiben Sie das Datum als 2031-03-04, oder lassen Sie es leer.',
  'details.outlet': 'Medium',
  'details.link': 'Link',
  'details.empty': 'Leere Felder werden wieder zu dem, was aus dem Text gelesen wird.',
  'details.path': 'Datei',
  'details.encoding': 'Gelesen als',

  'encoding.utf-8': 'UTF-8',
  'encoding.utf-8-bom': 'UTF-8 mit Byte-Reihenfolge-Marke',
  'encoding.utf-16le': 'UTF-16, Little Endian',
  'encoding.utf-16be': 'UTF-16, Big Endian',
  'encoding.windows-1252': 'Windows-1252 (westeuropäisch)',

  'find.label': 'In diesem Artikel suchen',
  'find.count': '{{at}} von {{total}}',
  'find.none': 'Kein Treffer',
  'find.close': 'Suche schließen',
}
