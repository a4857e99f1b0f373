import { z } from 'zod'
import { evidenceAnswerSchema, evidenceRequestSchema } from '../core/agreement/project/evidence.ts'
import { idSchema } from '../core/model/annotation.ts'
import { codebookSchema } from '../core/model/codebook.ts'
import { gestureSchema } from '../core/model/gesture.ts'
import { articleRowSchema } from '../core/model/project.ts'
import { entitySchema } from '../core/model/value.ts'
import { agreementQuestionSchema, computedAgreementSchema, savedTextSchema } from './agreement-shapes.ts'
import { answeredSetSchema } from './answered-set.ts'
import {
  bundleOfferSchema, bundlePreviewSchema, bundleReceiptSchema, bundleRequestSchema, comparedSetSchema, importChoicesSchema, importedSchema, openBundleSchema, pastImportSchema,
  samePeopleSchema, takenBackSchema,
} from './bundle-shapes.ts'
import { outgoingFormatSchema, outgoingPreviewSchema, outgoingRunSchema, outgoingWishSchema, receiptSchema } from './export-shapes.ts'
import { chosenFilesSchema, codebookGainsSchema, importedFilesSchema, importPreviewSchema, intakeChoicesSchema, intakeReceiptSchema, namedFormatSchema, readWishSchema, recognisedSchema } from './import-shapes.ts'
import { newRoundSchema, roundAgreementSchema, roundIdSchema, roundViewSchema } from './round-shapes.ts'
import { keptBothSchema, savedCopySchema, saveCopySchema } from './copy-shapes.ts'
import { backupsSchema, earlierSetSchema, restoredBackupSchema, restoreSchema, setVersionSchema } from './history-shapes.ts'
import { foundLinesSchema, savedListSchema, searchOutcomeSchema, searchQuestionSchema } from './search-shapes.ts'
import {
  addReportSchema, annotatorUsesSchema, appInfoSchema, articleCommandSchema, articleFieldsSchema, articleIdSchema, changedSetSchema, codebookVersionSchema, foundOccurrencesSchema, gestureChangeSchema,
  metadataPreviewSchema, openArticleSchema, projectFactsSchema, projectViewSchema, recentProjectSchema, registerEntrySchema,
  saveStatusSchema, settingsSchema, tokenSchema, undoOutcomeSchema, undoStateSchema,
} from './shapes.ts'
import { alikeElsewhereSchema, earlierElsewhereSchema, overviewRowSchema, reviewApplySchema, reviewedArticleSchema, reviewOutcomeSchema, reviewOverviewSchema, reviewUndoStateSchema } from './review-shapes.ts'

const nothing = z.null()
const chosenFolder = z.strictObject({ token: tokenSchema, location: z.string(), name: z.string(), isProject: z.boolean() }).nullable()
const codebookSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pledges-and-agreements') }),
  z.strictObject({ kind: z.literal('empty') }),
  /** The codebook of another project's folder, or of a codebook file. */
  z.strictObject({ kind: z.literal('copy'), token: tokenSchema }),
])

/**
 * Every question the renderer can ask. One table: the preload's API, main's handlers and the renderer's client derive
 * from it, and both ends parse what crosses. Each answer is a `Result`; `null` where a person cancelled.
 */
export const requests = {
  'app.info': { input: nothing, output: appInfoSchema },
  'app.openExternalDocs': { input: nothing, output: nothing },
  /** After `app.closing`: everything that was pending has been sent. */
  'app.settled': { input: nothing, output: nothing },
  'settings.update': { input: settingsSchema.partial(), output: settingsSchema },

  'dialog.chooseFolder': { input: z.strictObject({ purpose: z.enum(['new-project', 'open-project', 'copy-codebook', 'export']) }), output: chosenFolder },
  'dialog.chooseCodebookFile': { input: nothing, output: z.strictObject({ token: tokenSchema, name: z.string() }).nullable() },

  /** Makes a folder `name` inside the chosen one. */
  'project.create': { input: z.strictObject({ name: z.string().min(1), parent: tokenSchema, annotator: z.string().min(1), codebook: codebookSource }), output: projectViewSchema },
  'project.open': { input: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('recent'), id: z.string() }), z.strictObject({ kind: z.literal('folder'), token: tokenSchema }), z.strictObject({ kind: z.literal('copy'), token: tokenSchema })]), output: projectViewSchema },
  /** Copies the sample project to the app's documents folder (once) and opens it. */
  'project.openSample': { input: nothing, output: projectViewSchema },
  'project.close': { input: nothing, output: nothing },
  /** Into a folder that a person chooses, with what could not be saved; null when cancelled. `held`: gestures that only the window has; `shown`: the open article's text. */
  'project.saveCopy': { input: saveCopySchema, output: savedCopySchema.nullable() },
  /** Puts other versions of own sets beside them; the project is opened anew afterwards. */
  'project.keepBoth': { input: nothing, output: keptBothSchema },
  'project.forgetRecent': { input: z.strictObject({ id: z.string() }), output: z.array(recentProjectSchema) },
  'project.showInFolder': { input: nothing, output: nothing },
  'project.setAnnotator': { input: z.strictObject({ name: z.string().min(1) }), output: projectViewSchema },

  'articles.addFromDialog': { input: z.strictObject({ what: z.enum(['files', 'folder']) }), output: addReportSchema.nullable() },
  'articles.addDropped': { input: z.strictObject({ token: tokenSchema }), output: addReportSchema },
  'articles.cancelAdd': { input: nothing, output: nothing },
  'articles.open': { input: z.strictObject({ article: articleIdSchema }), output: openArticleSchema },
  /** Shows the document that the article's text was taken from, in the system's folder window. */
  'articles.showOriginal': { input: z.strictObject({ article: articleIdSchema }), output: nothing },
  'articles.setFields': { input: z.strictObject({ article: articleIdSchema, fields: articleFieldsSchema }), output: articleRowSchema },
  'articles.chooseMetadata': { input: nothing, output: metadataPreviewSchema.nullable() },
  'articles.applyMetadata': { input: z.strictObject({ token: tokenSchema }), output: z.array(articleRowSchema) },
  /** Where the person is, kept for the next start. UTF-16 offset of the first visible character. */
  'articles.rememberPlace': { input: z.strictObject({ article: articleIdSchema, offset: z.int().nonnegative() }), output: nothing },

  /** One gesture: journalled and flushed when this answers. Refused (code `set.revision`) when a base is not the current one. */
  'annotations.apply': { input: z.strictObject({ gesture: gestureSchema, changes: z.array(gestureChangeSchema).min(1) }), output: z.array(z.strictObject({ article: articleIdSchema, revision: z.int() })) },
  'annotations.undo': { input: nothing, output: undoOutcomeSchema.nullable() },
  'annotations.redo': { input: nothing, output: undoOutcomeSchema.nullable() },
  /** What earlier sessions left to take back; while the project is open, the event `undo.state` tells. */
  'annotations.undoState': { input: nothing, output: undoStateSchema },
  /** The own set on an article as main holds it. */
  'annotations.reload': { input: z.strictObject({ article: articleIdSchema }), output: answeredSetSchema },
  /** One gesture over articles that need not be open, decided by main on their sets as they are; all or nothing. */
  'annotations.perform': { input: z.strictObject({ commands: z.array(articleCommandSchema).min(1) }), output: z.array(changedSetSchema) },
  /** The own sets of these articles, without those that have none or cannot be read. */
  'annotations.list': { input: z.strictObject({ articles: z.array(articleIdSchema).max(500) }), output: z.array(z.strictObject({ article: articleIdSchema, set: answeredSetSchema })) },
  /** Tries a failed save again now. */
  'annotations.saveNow': { input: nothing, output: nothing },

  /** Over every article of the project; a second question ends the first (code `work.cancelled`). */
  'occurrences.find': { input: z.strictObject({ query: z.string().min(1).max(2000), wholeWord: z.boolean(), caseSensitive: z.boolean() }), output: foundOccurrencesSchema },
  'occurrences.cancel': { input: nothing, output: nothing },

  /** The Find tab is shown: files are looked at again, and what the index lacks is made. */
  'search.open': { input: nothing, output: nothing },
  /** Over every article; lines come as `search.lines`. Another question ends the one before (code `work.cancelled`). */
  'search.run': { input: searchQuestionSchema, output: searchOutcomeSchema },
  'search.cancel': { input: nothing, output: nothing },
  /** What the annotator keeps to look for again. */
  'search.saved': { input: nothing, output: savedListSchema },
  'search.save': { input: z.strictObject({ queries: savedListSchema }), output: nothing },

  /** `near`: words of the text at hand; who is named there comes first. */
  'register.suggest': { input: z.strictObject({ query: z.string(), near: z.string().max(20_000) }), output: z.array(registerEntrySchema) },

  /** Makes a new codebook version; `codebook.parent` must be the current one. */
  'codebook.save': { input: z.strictObject({ codebook: codebookSchema }), output: z.strictObject({ codebook: codebookSchema, version: z.string() }) },

  /** The unfinished changes to the codebook of the open project, as the window writes them, outside the project; null: there are none. */
  'codebook.keepDraft': { input: z.strictObject({ draft: z.string().max(50_000_000).nullable() }), output: nothing },
  /** What was kept last and is neither a version nor thrown away: the app was cut off. */
  'codebook.keptDraft': { input: nothing, output: z.string().nullable() },
  /** Every version that is kept, the current one first. */
  'codebook.versions': { input: nothing, output: z.array(codebookVersionSchema) },
  'codebook.read': { input: z.strictObject({ version: z.string().regex(/^[0-9a-f]{64}$/) }), output: codebookSchema },
  /** Of everybody with a set here. `both`: two attributes, to learn how many annotations have both. */
  'codebook.uses': { input: z.strictObject({ both: z.tuple([z.string(), z.string()]).nullable() }), output: z.array(annotatorUsesSchema) },
  /** To a file that a person names; by its ending as JSON or CSV. Answers the file's name, or null when cancelled. */
  'codebook.export': { input: z.strictObject({ format: z.enum(['json', 'csv']) }), output: z.string().nullable() },
  /** Reads and checks a file that a person chooses; nothing is changed. */
  'codebook.choose': { input: nothing, output: z.strictObject({ file: z.string(), codebook: codebookSchema }).nullable() },
  /** In the annotator's own values, as one gesture: each entity that is exactly one of `from` becomes `to`. Answers what changed. */
  'codebook.renameEntity': { input: z.strictObject({ from: z.array(entitySchema).min(1), to: entitySchema }), output: z.array(changedSetSchema) },

  /** The whole matrix. What is open is worked out anew only for articles whose files have changed since the last time. */
  'review.overview': { input: nothing, output: reviewOverviewSchema },
  /** Some of its rows, after `sets.changed`. */
  'review.rows': { input: z.strictObject({ articles: z.array(articleIdSchema).max(500) }), output: z.array(overviewRowSchema) },
  /** Whose sets are shown by this is recorded as seen. `reviewing`: the person says that they review it without coding it. */
  'review.open': { input: z.strictObject({ article: articleIdSchema, reviewing: z.boolean() }), output: reviewedArticleSchema },
  /** What was decided on the words of this article in others whose review this person has opened. */
  'review.earlier': { input: z.strictObject({ article: articleIdSchema }), output: earlierElsewhereSchema },
  /** Other articles on which one of these folded quotes is marked. Whose sets are shown by this is recorded as seen. */
  'review.alike': { input: z.strictObject({ article: articleIdSchema, words: z.array(z.string().min(1)).min(1).max(20) }), output: alikeElsewhereSchema },
  /** One gesture on the own review: flushed when this answers. Refused (code `review.revision`) when a base is not the current one. */
  'review.apply': { input: reviewApplySchema, output: z.array(z.strictObject({ article: articleIdSchema, revision: z.int() })) },
  'review.undo': { input: nothing, output: reviewOutcomeSchema.nullable() },
  'review.redo': { input: nothing, output: reviewOutcomeSchema.nullable() },
  'review.undoState': { input: nothing, output: reviewUndoStateSchema },

  /** Whether colleagues' sets stay hidden until one's own is done. For everybody who works in the project. */
  'project.setBlind': { input: z.strictObject({ blind: z.boolean() }), output: nothing },

  'bundle.offer': { input: nothing, output: bundleOfferSchema },
  /** To a file that a person names; null when cancelled. Read back before it answers. */
  'bundle.export': { input: bundleRequestSchema, output: bundleReceiptSchema.nullable() },
  /** Opens a bundle and says what it would bring; nothing is written. */
  'bundle.choose': { input: nothing, output: openBundleSchema.nullable() },
  'bundle.openDropped': { input: z.strictObject({ token: tokenSchema }), output: openBundleSchema },
  /** The same again, where people are the same under two spellings. */
  'bundle.preview': { input: z.strictObject({ token: tokenSchema, same: samePeopleSchema }), output: bundlePreviewSchema },
  /** The records in which a set of the bundle differs from the one here. */
  'bundle.compare': { input: z.strictObject({ token: tokenSchema, same: samePeopleSchema, file: z.string() }), output: comparedSetSchema },
  /** Takes what was chosen; the project is opened anew afterwards. */
  'bundle.apply': { input: z.strictObject({ token: tokenSchema, choices: importChoicesSchema }), output: importedSchema },
  /** Own imports that can be taken back, the last one first. */
  'bundle.imports': { input: nothing, output: z.array(pastImportSchema) },
  'bundle.takeBack': { input: z.strictObject({ id: idSchema }), output: takenBackSchema },

  /** Files of other formats. Choosing reads nothing yet; null when cancelled. */
  'import.choose': { input: z.strictObject({ what: z.enum(['files', 'folder']) }), output: chosenFilesSchema.nullable() },
  /** Every format that can be read. */
  'import.formats': { input: nothing, output: z.array(namedFormatSchema) },
  /** What dropped files are, by their content. */
  'import.recognise': { input: z.strictObject({ token: tokenSchema }), output: recognisedSchema },
  /** Reads, and says what it would bring; nothing is written. Another question ends the one before (code `work.cancelled`). */
  'import.read': { input: readWishSchema, output: importPreviewSchema },
  /** What these choices would make of the codebook. */
  'import.gains': { input: intakeChoicesSchema, output: codebookGainsSchema },
  /** Takes everything or nothing; the project is opened anew afterwards. */
  'import.run': { input: intakeChoicesSchema, output: importedFilesSchema },
  'import.cancel': { input: nothing, output: nothing },
  /** Lets go of what was read. */
  'import.close': { input: nothing, output: nothing },
  /** Of an own import, now or long ago. */
  'import.receipt': { input: z.strictObject({ id: idSchema }), output: intakeReceiptSchema },
  /** The whole receipt as a table, to a file that a person names; answers its name, or null when cancelled. */
  'import.saveReceipt': { input: z.strictObject({ id: idSchema }), output: z.string().nullable() },
  /** Takes the last import back where it is what undo is to take back; null: something else is. */
  'import.undo': { input: nothing, output: takenBackSchema.nullable() },

  /** The last one first, each with how far it is. */
  'rounds.list': { input: nothing, output: z.array(roundViewSchema) },
  /** Makes a round: who codes what is drawn by the seed, as `planRound` of core draws it. */
  'rounds.save': { input: newRoundSchema, output: z.array(roundViewSchema) },
  'rounds.close': { input: roundIdSchema.extend({ closed: z.boolean() }), output: z.array(roundViewSchema) },
  /** What was coded in it stays. */
  /** Worked out beside main. One at a time: another question ends it (code `work.cancelled`). */
  'rounds.agreement': { input: roundIdSchema.extend({ seed: z.int().nonnegative() }), output: roundAgreementSchema },
  'rounds.delete': { input: roundIdSchema, output: z.array(roundViewSchema) },

  /** On independent annotation that may be seen; another question ends the one before (code `work.cancelled`). */
  'agreement.compute': { input: agreementQuestionSchema, output: computedAgreementSchema },
  'agreement.cancel': { input: nothing, output: nothing },
  /** The spans behind a number of what was computed last. */
  'agreement.spans': { input: evidenceRequestSchema, output: evidenceAnswerSchema },
  /** Keeps what was computed last in the project, with copies of the sets that it was computed on; answers the folder. */
  'agreement.keep': { input: nothing, output: z.string() },
  /** To a file that a person names. Answers its name, or null when cancelled. */
  'agreement.save': { input: savedTextSchema, output: z.string().nullable() },

  /** Earlier states of the own set on an article, the latest first. */
  'history.list': { input: z.strictObject({ article: articleIdSchema }), output: z.array(setVersionSchema) },
  'history.at': { input: z.strictObject({ article: articleIdSchema, revision: z.int().nonnegative() }), output: earlierSetSchema },
  /** One gesture. Answers what changed; nothing where all is as it was. */
  'history.restore': { input: restoreSchema, output: z.array(changedSetSchema) },

  'backups.list': { input: nothing, output: backupsSchema },
  /** `made`: null where nothing has changed since the last one. */
  'backups.make': { input: nothing, output: z.strictObject({ made: z.string().nullable(), list: backupsSchema }) },
  /** Into a new folder beside the project. */
  'backups.restore': { input: z.strictObject({ name: z.string() }), output: restoredBackupSchema },
  /** `inside`: in the project again. Null when cancelled. */
  'backups.place': { input: z.strictObject({ inside: z.boolean() }), output: backupsSchema.nullable() },

  'export.formats': { input: nothing, output: z.array(outgoingFormatSchema) },
  /** The first records as they will be written, and how much there is. Another question ends it. */
  'export.preview': { input: outgoingWishSchema, output: outgoingPreviewSchema },
  'export.run': { input: outgoingRunSchema, output: receiptSchema },
  'export.cancel': { input: nothing, output: nothing },
  /** The dialog is closed: what was kept for it goes. */
  'export.close': { input: nothing, output: nothing },
  'export.showInFolder': { input: nothing, output: nothing },
} as const

/** What main tells the renderer unasked. */
export const events = {
  'save.status': saveStatusSchema,
  'undo.state': undoStateSchema,
  /** Rows that changed or came; `removed` are ids. */
  'rows.changed': z.strictObject({ rows: z.array(articleRowSchema), removed: z.array(articleIdSchema) }),
  /** Files of these articles came or changed: sets or reviews. Null: of any. `own`: among them the annotator's own set, from another computer. */
  'sets.changed': z.strictObject({ articles: z.array(articleIdSchema).nullable(), own: z.array(articleIdSchema) }),
  /** The article was changed: so many annotations of the own set are at their place in its new text, and so many wait for a decision. */
  'article.broughtOver': z.strictObject({ article: articleIdSchema, placed: z.int(), open: z.int() }),
  /** Of the question with this number, in the order of the articles. */
  'search.lines': foundLinesSchema,
  'review.undoState': reviewUndoStateSchema,
  /** What the project itself says has changed, here or by a colleague. */
  'project.changed': projectFactsSchema,
  'settings.changed': settingsSchema,
  /** An action chosen in the native menu, by its id in the action registry. */
  'menu.action': z.strictObject({ id: z.string() }),
  'work.progress': z.strictObject({ kind: z.enum(['add', 'open', 'export', 'import', 'find', 'search', 'review', 'agreement']), done: z.int(), total: z.int() }),
  /** Main opened a project by itself (command line, second start, recent menu). */
  'project.opened': projectViewSchema,
  /** The window is about to close, or another project to open: send what is pending, then `app.settled`. */
  'app.closing': nothing,
} as const

export type Requests = typeof requests
export type RequestName = keyof Requests
export type RequestInput<N extends RequestName> = z.infer<Requests[N]['input']>
export type RequestOutput<N extends RequestName> = z.infer<Requests[N]['output']>
/** What main hands over for it: the output before the window has read it. */
export type RequestAnswer<N extends RequestName> = z.input<Requests[N]['output']>
export type Events = typeof events
export type EventName = keyof Events
export type EventPayload<N extends EventName> = z.infer<Events[N]>
