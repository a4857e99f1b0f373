import { placesActionTable } from './places-table.ts'
import { reviewActionTable } from './review-table.ts'

/**
 * Every action of the app by name, without what it does: the native menu (main), the shortcuts, the command palette and the
 * help sheet (renderer) all read this one list, so that none can disagree.
 *
 * Keys are written `Mod+Shift+Z`: `Mod` is Cmd on macOS and Ctrl elsewhere; a key alone stands for itself as typed.
 */
export interface ActionEntry {
  readonly id: string
  /** English, sentence case; the renderer translates by id. */
  readonly title: string
  readonly menu: MenuGroup | null
  readonly group: ActionGroup
  /** The first is the one that is shown. */
  readonly keys: readonly string[]
  readonly keywords: readonly string[]
  /** The only tab where its keys mean it: there, letters and digits are not the labels'. */
  readonly where?: 'review'
}

export const menuGroups = ['file', 'edit', 'view', 'annotate', 'review', 'go', 'help'] as const
export type MenuGroup = (typeof menuGroups)[number]

export const actionGroups = ['project', 'articles', 'annotating', 'reviewing', 'codebook', 'finding', 'view', 'help'] as const
export type ActionGroup = (typeof actionGroups)[number]

export const actionTable = [
  { id: 'project.new', title: 'New project…', menu: 'file', group: 'project', keys: ['Mod+N'], keywords: ['create', 'start'] },
  { id: 'project.open', title: 'Open project…', menu: 'file', group: 'project', keys: ['Mod+O'], keywords: ['folder', 'load'] },
  { id: 'project.sample', title: 'Try the sample project', menu: 'file', group: 'project', keys: ['Mod+Shift+O'], keywords: ['demo', 'example', 'tour'] },
  { id: 'project.showInFolder', title: 'Show project folder', menu: 'file', group: 'project', keys: ['Mod+Shift+E'], keywords: ['files', 'reveal', 'finder', 'explorer'] },
  { id: 'project.saveCopy', title: 'Save a copy of the project elsewhere…', menu: 'file', group: 'project', keys: ['Mod+Shift+S'], keywords: ['not saved', 'disk full', 'backup', 'duplicate', 'rescue'] },
  { id: 'project.keepBoth', title: 'Keep both versions of sets that two have written', menu: 'file', group: 'project', keys: ['Mod+Alt+K'], keywords: ['conflict', 'conflicted copy', 'merge', 'synchroniser', 'dropbox', 'onedrive', 'git', 'other version'] },
  { id: 'history.open', title: 'Earlier states of this article’s annotations…', menu: 'edit', group: 'project', keys: ['Mod+Shift+H'], keywords: ['history', 'versions', 'restore', 'go back', 'undo', 'earlier'] },
  { id: 'backups.open', title: 'Backups of the project…', menu: 'file', group: 'project', keys: ['Mod+Shift+B'], keywords: ['backup', 'restore', 'zip', 'safety', 'copies', 'schedule'] },
  { id: 'project.close', title: 'Close project', menu: 'file', group: 'project', keys: ['Mod+Shift+W'], keywords: ['welcome', 'leave'] },
  { id: 'project.blind', title: 'Hide or show colleagues’ annotations…', menu: 'file', group: 'project', keys: ['Mod+Alt+B'], keywords: ['blind', 'independent', 'others', 'hidden', 'agreement'] },
  { id: 'settings.open', title: 'Settings…', menu: 'file', group: 'project', keys: ['Mod+,'], keywords: ['preferences', 'theme', 'dark', 'light', 'annotator', 'name'] },

  { id: 'articles.addFiles', title: 'Add articles…', menu: 'file', group: 'articles', keys: ['Mod+Shift+A'], keywords: ['import', 'files', 'txt', 'html', 'word', 'docx', 'pdf', 'rtf', 'epub'] },
  { id: 'articles.addFolder', title: 'Add a folder of articles…', menu: 'file', group: 'articles', keys: ['Mod+Shift+D'], keywords: ['import', 'directory'] },
  { id: 'articles.importDetails', title: 'Import article details from CSV…', menu: 'file', group: 'articles', keys: ['Mod+Shift+I'], keywords: ['metadata', 'date', 'outlet', 'link', 'table'] },
  { id: 'articles.export', title: 'Export annotation sets…', menu: 'file', group: 'articles', keys: ['Mod+E'], keywords: ['csv', 'json', 'save as'] },
  { id: 'articles.import', title: 'Import annotations…', menu: 'file', group: 'articles', keys: ['Mod+Alt+Shift+I'], keywords: ['brat', 'doccano', 'label studio', 'spacy', 'conll', 'webanno', 'cas', 'gate', 'bioc', 'refi', 'csv', 'excel', 'other tools', 'formats'] },
  { id: 'bundle.export', title: 'Export a bundle for a colleague…', menu: 'file', group: 'articles', keys: ['Mod+Alt+P'], keywords: ['zip', 'share', 'send', 'package', 'colleague'] },
  { id: 'bundle.import', title: 'Import a bundle…', menu: 'file', group: 'articles', keys: ['Mod+Alt+Shift+P'], keywords: ['zip', 'receive', 'colleague', 'annotation sets'] },
  { id: 'bundle.takeBack', title: 'Take back an import…', menu: 'file', group: 'articles', keys: ['Mod+Alt+Z'], keywords: ['bundle', 'undo', 'zip'] },
  { id: 'rounds.open', title: 'Rounds: who codes what…', menu: 'file', group: 'articles', keys: ['Mod+Alt+R'], keywords: ['assign', 'assignment', 'overlap', 'training', 'reliability', 'team', 'lot'] },
  { id: 'list.assigned', title: 'List only the articles assigned to you', menu: 'view', group: 'articles', keys: ['Alt+Shift+R'], keywords: ['round', 'mine', 'filter', 'assignment'] },
  { id: 'article.details', title: 'Edit article details…', menu: 'edit', group: 'articles', keys: ['F2'], keywords: ['title', 'date', 'outlet', 'link', 'metadata'] },
  { id: 'article.note', title: 'Note on the article…', menu: 'edit', group: 'articles', keys: ['Shift+F2'], keywords: ['comment', 'memo', 'remark'] },
  { id: 'article.showOriginal', title: 'Show the document that the text was taken from', menu: 'go', group: 'articles', keys: ['Mod+Alt+O'], keywords: ['original', 'source', 'pdf', 'word', 'docx', 'html', 'epub', 'reveal', 'finder', 'explorer'] },
  { id: 'article.done', title: 'Mark article done or reopen it', menu: 'annotate', group: 'articles', keys: ['Mod+Enter'], keywords: ['finish', 'complete', 'missing', 'nothing to mark'] },
  { id: 'article.next', title: 'Next article', menu: 'go', group: 'articles', keys: ['Mod+PageDown'], keywords: ['down'] },
  { id: 'article.previous', title: 'Previous article', menu: 'go', group: 'articles', keys: ['Mod+PageUp'], keywords: ['up'] },
  { id: 'list.filter', title: 'Filter the article list', menu: 'go', group: 'articles', keys: ['/', 'Mod+Shift+F'], keywords: ['search', 'list'] },

  { id: 'edit.undo', title: 'Undo', menu: 'edit', group: 'annotating', keys: ['Mod+Z'], keywords: ['back'] },
  { id: 'edit.redo', title: 'Redo', menu: 'edit', group: 'annotating', keys: ['Mod+Shift+Z', 'Mod+Y'], keywords: ['again'] },
  { id: 'annotation.delete', title: 'Delete annotation', menu: 'annotate', group: 'annotating', keys: ['Delete', 'Backspace'], keywords: ['remove'] },
  { id: 'annotation.confirm', title: 'Confirm the filled-in values', menu: 'annotate', group: 'annotating', keys: ['Mod+Shift+Enter'], keywords: ['defaults', 'accept'] },
  { id: 'annotation.toSelection', title: 'Move the span to the selected words', menu: 'annotate', group: 'annotating', keys: ['Alt+M'], keywords: ['boundary', 'boundaries', 'resize'] },
  { id: 'annotation.addPiece', title: 'Add the selected words to the span', menu: 'annotate', group: 'annotating', keys: ['Alt+Shift+M'], keywords: ['fragment', 'discontinuous', 'piece', 'gap'] },
  { id: 'annotation.takePiece', title: 'Take the selected words out of the span', menu: 'annotate', group: 'annotating', keys: ['Alt+X'], keywords: ['fragment', 'discontinuous', 'piece', 'gap'] },
  { id: 'annotation.endLater', title: 'End the span a word later', menu: 'annotate', group: 'annotating', keys: ['Alt+Period'], keywords: ['boundary', 'extend', 'grow'] },
  { id: 'annotation.endEarlier', title: 'End the span a word earlier', menu: 'annotate', group: 'annotating', keys: ['Alt+Comma'], keywords: ['boundary', 'trim', 'shrink'] },
  { id: 'annotation.startEarlier', title: 'Start the span a word earlier', menu: 'annotate', group: 'annotating', keys: ['Alt+Shift+Comma'], keywords: ['boundary', 'extend', 'grow'] },
  { id: 'annotation.startLater', title: 'Start the span a word later', menu: 'annotate', group: 'annotating', keys: ['Alt+Shift+Period'], keywords: ['boundary', 'trim', 'shrink'] },
  { id: 'annotation.endLaterCharacter', title: 'End the span a character later', menu: null, group: 'annotating', keys: ['Mod+Alt+Period'], keywords: ['boundary', 'extend'] },
  { id: 'annotation.endEarlierCharacter', title: 'End the span a character earlier', menu: null, group: 'annotating', keys: ['Mod+Alt+Comma'], keywords: ['boundary', 'trim'] },
  { id: 'annotation.startEarlierCharacter', title: 'Start the span a character earlier', menu: null, group: 'annotating', keys: ['Mod+Alt+Shift+Comma'], keywords: ['boundary', 'extend'] },
  { id: 'annotation.startLaterCharacter', title: 'Start the span a character later', menu: null, group: 'annotating', keys: ['Mod+Alt+Shift+Period'], keywords: ['boundary', 'trim'] },
  { id: 'selection.grow', title: 'Grow the selection', menu: 'annotate', group: 'annotating', keys: ['Alt+W'], keywords: ['word', 'clause', 'sentence', 'paragraph', 'expand'] },
  { id: 'selection.shrink', title: 'Shrink the selection', menu: 'annotate', group: 'annotating', keys: ['Alt+Shift+W'], keywords: ['word', 'clause', 'sentence', 'paragraph', 'reduce'] },
  { id: 'selection.clear', title: 'Let go of the selected words, then of the annotation', menu: null, group: 'annotating', keys: ['Escape'], keywords: ['deselect', 'unselect', 'nothing'] },
  { id: 'selection.nextUnlabelled', title: 'Select the next sentence without a label', menu: 'go', group: 'annotating', keys: ['Alt+S'], keywords: ['unlabelled', 'unannotated', 'read on'] },
  { id: 'selection.previousUnlabelled', title: 'Select the previous sentence without a label', menu: 'go', group: 'annotating', keys: ['Alt+Shift+S'], keywords: ['unlabelled', 'unannotated', 'back'] },
  { id: 'label.repeat', title: 'Label with the last label again', menu: 'annotate', group: 'annotating', keys: ['Alt+L'], keywords: ['repeat', 'same'] },
  { id: 'annotation.everywhere', title: 'Annotate every occurrence of this text…', menu: 'annotate', group: 'annotating', keys: ['Alt+Shift+O'], keywords: ['all', 'everywhere', 'same words', 'bulk', 'project'] },
  { id: 'annotation.link', title: 'Link the annotation to…', menu: 'annotate', group: 'annotating', keys: ['Alt+K'], keywords: ['relation', 'connect', 'relate', 'arc'] },
  { id: 'annotation.selectAll', title: 'Select all annotations in the list', menu: 'annotate', group: 'annotating', keys: ['Alt+Shift+L'], keywords: ['several', 'bulk', 'many'] },
  { id: 'annotation.copyValues', title: 'Copy values from a similar annotation…', menu: 'annotate', group: 'annotating', keys: ['Alt+C'], keywords: ['attributes', 'reuse', 'same', 'repeat', 'fill'] },
  { id: 'annotation.next', title: 'Next annotation', menu: 'go', group: 'annotating', keys: ['F8'], keywords: [] },
  { id: 'annotation.previous', title: 'Previous annotation', menu: 'go', group: 'annotating', keys: ['Shift+F8'], keywords: [] },
  { id: 'annotation.nextIncomplete', title: 'Next incomplete annotation', menu: 'go', group: 'annotating', keys: ['F9'], keywords: ['missing'] },
  { id: 'annotation.previousIncomplete', title: 'Previous incomplete annotation', menu: 'go', group: 'annotating', keys: ['Shift+F9'], keywords: ['missing'] },
  { id: 'annotation.nextHere', title: 'Next annotation at this place', menu: 'go', group: 'annotating', keys: ['F7'], keywords: ['overlap', 'nested', 'below'] },
  { id: 'annotation.previousHere', title: 'Previous annotation at this place', menu: 'go', group: 'annotating', keys: ['Shift+F7'], keywords: ['overlap', 'nested', 'above'] },
  { id: 'inspector.values', title: 'Go to the values', menu: 'go', group: 'annotating', keys: ['F6'], keywords: ['inspector', 'attributes', 'fields', 'record', 'focus'] },
  { id: 'inspector.atHand', title: 'Show or fold the definition and rules', menu: 'view', group: 'annotating', keys: ['F4'], keywords: ['codebook', 'help', 'examples', 'decision'] },

  ...placesActionTable,

  ...reviewActionTable,

  { id: 'agreement.compute', title: 'Compute agreement', menu: 'review', group: 'reviewing', keys: ['Mod+Alt+A'], keywords: ['reliability', 'alpha', 'kappa', 'f1', 'again'] },
  { id: 'agreement.cancel', title: 'Stop computing agreement', menu: null, group: 'reviewing', keys: ['Mod+Period'], keywords: ['cancel', 'end'] },
  { id: 'agreement.report', title: 'Save the agreement report…', menu: 'review', group: 'reviewing', keys: ['Mod+Alt+G'], keywords: ['html', 'print', 'export'] },

  { id: 'codebook.beside', title: 'Show or put away the codebook beside the text', menu: 'view', group: 'codebook', keys: ['Shift+F4'], keywords: ['look up', 'definition', 'rules', 'examples', 'search'] },
  { id: 'codebook.addExample', title: 'Add the selected words to the codebook as an example…', menu: 'annotate', group: 'codebook', keys: ['Alt+E'], keywords: ['counter-example', 'label'] },
  { id: 'codebook.save', title: 'Save the changes as a new codebook version', menu: 'file', group: 'codebook', keys: ['Mod+S'], keywords: ['codebook', 'version', 'note'] },
  { id: 'codebook.versions', title: 'Codebook versions', menu: 'view', group: 'codebook', keys: ['Mod+Alt+V'], keywords: ['history', 'compare', 'go back', 'undo'] },
  { id: 'codebook.import', title: 'Import a codebook…', menu: 'file', group: 'codebook', keys: ['Mod+Alt+I'], keywords: ['csv', 'json', 'file', 'spreadsheet'] },
  { id: 'codebook.export', title: 'Export the codebook…', menu: 'file', group: 'codebook', keys: ['Mod+Alt+E'], keywords: ['json', 'file', 'share'] },
  { id: 'codebook.exportCsv', title: 'Export the codebook as CSV…', menu: 'file', group: 'codebook', keys: ['Mod+Alt+Shift+E'], keywords: ['csv', 'table', 'spreadsheet', 'excel'] },

  { id: 'palette.open', title: 'Search or command…', menu: 'go', group: 'finding', keys: ['Mod+K'], keywords: ['palette', 'commands'] },
  { id: 'search.form', title: 'Show or fold the form of the search', menu: null, group: 'finding', keys: ['Mod+Alt+F'], keywords: ['find', 'query', 'fields', 'filter'] },
  { id: 'search.save', title: 'Keep this search…', menu: 'edit', group: 'finding', keys: ['Mod+Alt+S'], keywords: ['save', 'query', 'find', 'again'] },
  { id: 'find.open', title: 'Find in article', menu: 'edit', group: 'finding', keys: ['Mod+F'], keywords: ['search', 'text'] },
  { id: 'find.next', title: 'Next match', menu: 'edit', group: 'finding', keys: ['F3', 'Mod+G'], keywords: ['find'] },
  { id: 'find.previous', title: 'Previous match', menu: 'edit', group: 'finding', keys: ['Shift+F3', 'Mod+Shift+G'], keywords: ['find'] },

  { id: 'view.annotate', title: 'Annotate', menu: 'view', group: 'view', keys: ['Mod+1'], keywords: ['tab', 'read'] },
  { id: 'view.review', title: 'Review', menu: 'view', group: 'view', keys: ['Mod+2'], keywords: ['tab', 'differences', 'colleagues', 'adjudicate', 'curate', 'decide'] },
  { id: 'view.agreement', title: 'Agreement', menu: 'view', group: 'view', keys: ['Mod+3'], keywords: ['tab', 'reliability', 'alpha', 'kappa', 'f1', 'colleagues'] },
  { id: 'view.codebook', title: 'Codebook', menu: 'view', group: 'view', keys: ['Mod+4'], keywords: ['tab', 'labels', 'attributes', 'rules'] },
  { id: 'view.find', title: 'Find in all articles', menu: 'view', group: 'view', keys: ['Mod+5'], keywords: ['tab', 'search', 'concordance', 'keyword in context', 'kwic', 'query', 'project'] },
  { id: 'view.list', title: 'Show or fold the article list', menu: 'view', group: 'view', keys: ['Mod+B'], keywords: ['sidebar', 'panel'] },
  { id: 'view.inspector', title: 'Show or fold the inspector', menu: 'view', group: 'view', keys: ['Mod+I'], keywords: ['panel', 'attributes'] },
  { id: 'view.grid', title: 'Show or leave the grid', menu: 'view', group: 'view', keys: ['Mod+J'], keywords: ['table', 'spreadsheet', 'rows', 'annotations', 'fill'] },
  { id: 'grid.maximise', title: 'Grid over everything, or under the text', menu: 'view', group: 'view', keys: ['Mod+Shift+J'], keywords: ['table', 'maximise', 'full'] },
  { id: 'grid.scope', title: 'Grid of the article or of the project', menu: 'view', group: 'view', keys: ['Mod+Alt+J'], keywords: ['table', 'all articles'] },
  { id: 'grid.again', title: 'Sort and filter the grid again', menu: 'view', group: 'view', keys: ['Alt+R'], keywords: ['table', 'order', 'refresh'] },
  { id: 'grid.fillDown', title: 'Fill the cells down', menu: 'edit', group: 'annotating', keys: ['Mod+D'], keywords: ['grid', 'table', 'copy', 'repeat'] },
  { id: 'showing.next', title: 'Show all, one label, incomplete, none', menu: 'view', group: 'view', keys: ['Alt+O'], keywords: ['focus', 'mode', 'only', 'hide', 'filter', 'cycle'] },
  { id: 'showing.all', title: 'Show all annotations', menu: 'view', group: 'view', keys: ['Alt+1'], keywords: ['focus', 'mode', 'everything', 'leave'] },
  { id: 'showing.label', title: 'Show only the label at hand', menu: 'view', group: 'view', keys: ['Alt+2'], keywords: ['focus', 'mode', 'one', 'filter', 'selected'] },
  { id: 'showing.incomplete', title: 'Show only incomplete annotations', menu: 'view', group: 'view', keys: ['Alt+3'], keywords: ['focus', 'mode', 'missing', 'filter'] },
  { id: 'showing.none', title: 'Show no annotations', menu: 'view', group: 'view', keys: ['Alt+4'], keywords: ['focus', 'mode', 'hide', 'plain', 'read'] },
  { id: 'reading.larger', title: 'Larger text', menu: 'view', group: 'view', keys: ['Alt+T'], keywords: ['font', 'size', 'typography', 'zoom', 'reading'] },
  { id: 'reading.smaller', title: 'Smaller text', menu: 'view', group: 'view', keys: ['Alt+Shift+T'], keywords: ['font', 'size', 'typography', 'zoom', 'reading'] },
  { id: 'reading.font', title: 'Next font for the text', menu: 'view', group: 'view', keys: ['Alt+5'], keywords: ['typography', 'serif', 'sans', 'monospaced', 'hyperlegible', 'dyslexia', 'reading'] },
  { id: 'reading.closer', title: 'Lines closer together', menu: null, group: 'view', keys: ['Alt+6'], keywords: ['line height', 'spacing', 'leading', 'typography', 'reading'] },
  { id: 'reading.apart', title: 'Lines further apart', menu: null, group: 'view', keys: ['Alt+7'], keywords: ['line height', 'spacing', 'leading', 'typography', 'reading'] },
  { id: 'reading.narrower', title: 'Narrower column', menu: null, group: 'view', keys: ['Alt+8'], keywords: ['measure', 'width', 'characters', 'line length', 'typography', 'reading'] },
  { id: 'reading.wider', title: 'Wider column', menu: null, group: 'view', keys: ['Alt+9'], keywords: ['measure', 'width', 'characters', 'line length', 'typography', 'reading'] },
  { id: 'reading.reset', title: 'Text as it was at first', menu: 'view', group: 'view', keys: ['Alt+0'], keywords: ['font', 'size', 'typography', 'reset', 'reading', 'default'] },
  { id: 'annotation.peek', title: 'Say what is recorded at the caret', menu: 'go', group: 'annotating', keys: ['Alt+I'], keywords: ['peek', 'card', 'hover', 'values', 'details', 'information'] },
  { id: 'view.theme', title: 'Switch between light and dark', menu: 'view', group: 'view', keys: ['Mod+Shift+L'], keywords: ['theme', 'appearance', 'night'] },

  { id: 'help.keys', title: 'Keys and help', menu: 'help', group: 'help', keys: ['?', 'F1'], keywords: ['shortcuts', 'keyboard'] },
  { id: 'help.guide', title: 'User guide', menu: 'help', group: 'help', keys: ['Shift+F1'], keywords: ['documentation', 'manual'] },
] as const satisfies readonly ActionEntry[]

export type ActionId = (typeof actionTable)[number]['id']

export function isActionId(id: string): id is ActionId {
  return actionTable.some((entry) => entry.id === id)
}

export function actionEntry(id: ActionId): ActionEntry {
  const found: ActionEntry | undefined = actionTable.find((entry) => entry.id === id)
  if (!found) throw new Error(`no action ${id}`)
  return found
}
