import type { AgreementWords } from './words.ts'

const FEW = 'Few spans or articles make it jump: look at the interval and at how many there are.'
const EMPTY_TEXT = 'It depends on how much text nobody marked, long spans weigh most, and boundaries between touching spans are not seen.'
const CHANCE = 'With one label that is used nearly always it can be low although nearly all is equal: look at the percentage beside it.'
const MATCHED = 'Spans that only one annotator marked are not in it: whether spans are found is another number.'

export const spanMeasuresEn: AgreementWords['measures'] = {
  f1_strict: { name: 'Span F1, strict', means: 'Share of spans that two annotators have in common: same boundaries and same label. With more annotators, the mean over pairs.', caution: FEW },
  f1_boundaries: { name: 'Span F1, same boundaries', means: 'The same, whatever the label.', caution: FEW },
  f1_overlap: { name: 'Span F1, overlap', means: 'Same boundaries count in full, overlaps half, whatever the label.', caution: 'A long span that covers much is paired easily.' },
  f1_type: { name: 'Span F1, same label', means: 'Spans that overlap and have the same label, whatever their boundaries.', caution: 'A long span that covers much is paired easily.' },
  precision_strict: { name: 'Precision, strict', means: 'With the first annotator as the reference: share of the second’s spans that the first has too.', caution: 'It takes one annotator as right. The other way round it is the recall.' },
  precision_boundaries: { name: 'Precision, same boundaries', means: 'Share of the second’s spans with boundaries that the first has too.', caution: 'It takes one annotator as right.' },
  precision_overlap: { name: 'Precision, overlap', means: 'The same; overlaps count half.', caution: 'It takes one annotator as right.' },
  precision_type: { name: 'Precision, same label', means: 'Share of the second’s spans that overlap one of the first with the same label.', caution: 'It takes one annotator as right.' },
  recall_strict: { name: 'Recall, strict', means: 'With the first annotator as the reference: share of the first’s spans that the second has too.', caution: 'It takes one annotator as right. The other way round it is the precision.' },
  recall_boundaries: { name: 'Recall, same boundaries', means: 'Share of the first’s spans with boundaries that the second has too.', caution: 'It takes one annotator as right.' },
  recall_overlap: { name: 'Recall, overlap', means: 'The same; overlaps count half.', caution: 'It takes one annotator as right.' },
  recall_type: { name: 'Recall, same label', means: 'Share of the first’s spans that overlap one of the second with the same label.', caution: 'It takes one annotator as right.' },
  found: { name: 'Found', means: 'Share of all spans that the other annotator marked at all, with whatever boundaries and label.', caution: 'Any overlap counts.' },
  same_boundaries: { name: 'Same boundaries', means: 'Of the spans that both found: share with exactly the same boundaries.', caution: FEW },
  same_label: { name: 'Same label', means: 'Of the spans that both found: share with the same label.', caution: 'Chance is not taken off: with few labels it is high by itself.' },
  same_attributes: { name: 'Same values', means: 'Of the spans with the same label: share in which all attributes that both answered are equal.', caution: 'One differing attribute of many makes a span differ. The table of attributes tells which.' },
  label_percent: { name: 'Labels, percent', means: 'On spans that belong together: share of equal labels.', caution: 'Chance is not taken off.' },
  label_alpha: { name: 'Labels, Krippendorff’s α', means: 'On spans that belong together: agreement on the label beyond chance. 1 is perfect, 0 is chance. For any number of annotators.', caution: `${MATCHED} ${CHANCE}` },
  label_cohen: { name: 'Labels, Cohen’s κ', means: 'The same for two annotators, each with their own habits.', caution: `${MATCHED} ${CHANCE}` },
  label_scott: { name: 'Labels, Scott’s π', means: 'The same for two annotators, with shares of labels taken together.', caution: `${MATCHED} ${CHANCE}` },
  label_fleiss: { name: 'Labels, Fleiss’ κ', means: 'The same for several annotators, after Gwet where not everybody marked a span.', caution: `${MATCHED} ${CHANCE}` },
  character_alpha: { name: 'Characters, α', means: 'Character by character: marked or not, beyond chance.', caution: EMPTY_TEXT },
  character_cohen: { name: 'Characters, Cohen’s κ', means: 'Character by character: marked or not, beyond chance, for two annotators.', caution: EMPTY_TEXT },
  character_scott: { name: 'Characters, Scott’s π', means: 'The same with pooled shares.', caution: EMPTY_TEXT },
  character_fleiss: { name: 'Characters, Fleiss’ κ', means: 'The same for several annotators.', caution: EMPTY_TEXT },
  token_alpha: { name: 'Words, α', means: 'Word by word: marked or not, beyond chance.', caution: EMPTY_TEXT },
  token_cohen: { name: 'Words, Cohen’s κ', means: 'Word by word: marked or not, beyond chance, for two annotators.', caution: EMPTY_TEXT },
  token_scott: { name: 'Words, Scott’s π', means: 'The same with pooled shares.', caution: EMPTY_TEXT },
  token_fleiss: { name: 'Words, Fleiss’ κ', means: 'The same for several annotators.', caution: EMPTY_TEXT },
  unitizing_alpha: { name: 'Unitizing α', means: 'Where spans of a label begin and end on the text, beyond chance (Krippendorff 1995). Disagreement is added up over labels and articles.', caution: 'Its scale is its own: compare it with itself, not with other coefficients. Overlaps of one annotator’s own spans of a label are taken as one.' },
  gamma: { name: 'γ', means: 'Where spans are and which label they have, in one number beyond chance; overlaps are allowed.', caution: 'Chance is drawn by lot. It is worked out for small projects only.' },
  attribute_percent: { name: 'Values, percent', means: 'On spans that belong together: share of equal values.', caution: 'Chance is not taken off.' },
  attribute_alpha: { name: 'Values, Krippendorff’s α', means: 'On spans that belong together: agreement on the value beyond chance; near misses count as the type of the attribute has it.', caution: `Values that only one gave and unconfirmed defaults are not in it. ${CHANCE}` },
}
