import type { reviewActionTable } from './review-table.ts'

export const germanReviewTitles: Readonly<Record<(typeof reviewActionTable)[number]['id'], string>> = {
  'review.overview': 'Alle Artikel in der Begutachtung',
  'review.open': 'Den geöffneten Artikel begutachten',
}
