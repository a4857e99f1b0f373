import type { Texts } from '../texts.ts'
import { actionTexts } from './action-texts.ts'
import { agreementTexts } from './agreement-texts.ts'
import { articleTexts } from './article-texts.ts'
import { codebookEditorTexts } from './codebook-editor-texts.ts'
import { bundleTexts } from './bundle-texts.ts'
import { extractTexts } from './extract-texts.ts'
import { roundTexts } from './round-texts.ts'
import { codebookTexts } from './codebook-texts.ts'
import { commonTexts } from './common-texts.ts'
import { exportTexts } from './export-texts.ts'
import { frameTexts } from './frame-texts.ts'
import { gridTexts } from './grid-texts.ts'
import { inspectorTexts } from './inspector-texts.ts'
import { intakeTexts } from './intake-texts.ts'
import { keysTexts } from './keys-texts.ts'
import { listTexts } from './list-texts.ts'
import { offersTexts } from './offers-texts.ts'
import { placesTexts } from './places-texts.ts'
import { projectTexts } from './project-texts.ts'
import { reviewDecisionTexts } from './review-decision-texts.ts'
import { reviewOneTexts } from './review-one-texts.ts'
import { reviewTexts } from './review-texts.ts'
import { safetyTexts } from './safety-texts.ts'
import { saidTexts } from './said-texts.ts'
import { searchTexts } from './search-texts.ts'
import { settingsTexts } from './settings-texts.ts'
import { standingTexts } from './standing-texts.ts'
import { seeingTexts } from './seeing-texts.ts'
import { copyTexts } from './copy-texts.ts'
import { linksTexts } from './links-texts.ts'
import { occurrencesTexts } from './occurrences-texts.ts'

/** German. Which word stands for which term is in docs/translating.md. */
export const de: Texts = {
  ...commonTexts,
  ...actionTexts,
  ...agreementTexts,
  ...projectTexts,
  ...settingsTexts,
  ...standingTexts,
  ...reviewTexts,
  ...reviewOneTexts,
  ...reviewDecisionTexts,
  ...safetyTexts,
  ...saidTexts,
  ...exportTexts,
  ...frameTexts,
  ...keysTexts,
  ...listTexts,
  ...articleTexts,
  ...bundleTexts,
  ...extractTexts,
  ...intakeTexts,
  ...roundTexts,
  ...codebookTexts,
  ...codebookEditorTexts,
  ...inspectorTexts,
  ...offersTexts,
  ...gridTexts,
  ...searchTexts,
  ...seeingTexts,
  ...copyTexts,
  ...linksTexts,
  ...occurrencesTexts,
  ...placesTexts,
}
