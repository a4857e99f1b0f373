import type { AgreementWords } from './words.ts'

const FEW = 'Bei wenigen Markierungen oder Artikeln springt es: Intervall und Anzahl ansehen.'
const EMPTY_TEXT = 'Es hängt davon ab, wie viel Text niemand markiert hat; lange Markierungen wiegen am meisten, Grenzen zwischen sich berührenden sieht es nicht.'
const CHANCE = 'Wird ein Label fast immer verwendet, kann es niedrig sein, obwohl fast alles gleich ist: den Prozentwert daneben ansehen.'
const MATCHED = 'Was nur eine Person markiert hat, ist nicht darin: Ob Stellen gefunden werden, sagt eine andere Zahl.'
const RIGHT = 'Es nimmt eine Person als richtig an.'

export const spanMeasuresDe: AgreementWords['measures'] = {
  f1_strict: { name: 'F1 der Markierungen, streng', means: 'Anteil der Markierungen, die zwei Personen gemeinsam haben: gleiche Grenzen und gleiches Label. Bei mehr Personen das Mittel der Paare.', caution: FEW },
  f1_boundaries: { name: 'F1, gleiche Grenzen', means: 'Dasselbe, gleich welches Label.', caution: FEW },
  f1_overlap: { name: 'F1, Überlappung', means: 'Gleiche Grenzen zählen ganz, Überlappungen halb, gleich welches Label.', caution: 'Eine lange Markierung findet leicht einen Partner.' },
  f1_type: { name: 'F1, gleiches Label', means: 'Markierungen, die sich überlappen und dasselbe Label haben, gleich welche Grenzen.', caution: 'Eine lange Markierung findet leicht einen Partner.' },
  precision_strict: { name: 'Precision, streng', means: 'Die erste Person als Maßstab: Anteil der Markierungen der zweiten, die auch die erste hat.', caution: `${RIGHT} Umgekehrt ist es der Recall.` },
  precision_boundaries: { name: 'Precision, gleiche Grenzen', means: 'Anteil der Markierungen der zweiten Person mit Grenzen, die auch die erste hat.', caution: RIGHT },
  precision_overlap: { name: 'Precision, Überlappung', means: 'Dasselbe; Überlappungen zählen halb.', caution: RIGHT },
  precision_type: { name: 'Precision, gleiches Label', means: 'Anteil der Markierungen der zweiten Person, die eine der ersten mit demselben Label überlappen.', caution: RIGHT },
  recall_strict: { name: 'Recall, streng', means: 'Die erste Person als Maßstab: Anteil ihrer Markierungen, die auch die zweite hat.', caution: `${RIGHT} Umgekehrt ist es die Precision.` },
  recall_boundaries: { name: 'Recall, gleiche Grenzen', means: 'Anteil der Markierungen der ersten Person mit Grenzen, die auch die zweite hat.', caution: RIGHT },
  recall_overlap: { name: 'Recall, Überlappung', means: 'Dasselbe; Überlappungen zählen halb.', caution: RIGHT },
  recall_type: { name: 'Recall, gleiches Label', means: 'Anteil der Markierungen der ersten Person, die eine der zweiten mit demselben Label überlappen.', caution: RIGHT },
  found: { name: 'Gefunden', means: 'Anteil aller Markierungen, an deren Stelle auch die andere Person etwas markiert hat.', caution: 'Jede Überlappung zählt.' },
  same_boundaries: { name: 'Gleiche Grenzen', means: 'Von dem, was beide fanden: Anteil mit genau gleichen Grenzen.', caution: FEW },
  same_label: { name: 'Gleiches Label', means: 'Von dem, was beide fanden: Anteil mit demselben Label.', caution: 'Zufall ist nicht abgezogen: Bei wenigen Labels ist es von selbst hoch.' },
  same_attributes: { name: 'Gleiche Werte', means: 'Bei gleichem Label: Anteil, bei dem alle Attribute gleich sind, die beide beantwortet haben.', caution: 'Ein abweichendes Attribut von vielen genügt. Welches, sagt die Tabelle der Attribute.' },
  label_percent: { name: 'Labels, Prozent', means: 'Auf zusammengehörigen Markierungen: Anteil gleicher Labels.', caution: 'Zufall ist nicht abgezogen.' },
  label_alpha: { name: 'Labels, Krippendorffs α', means: 'Auf zusammengehörigen Markierungen: Übereinstimmung beim Label über den Zufall hinaus. 1 ist vollkommen, 0 ist Zufall. Für beliebig viele Personen.', caution: `${MATCHED} ${CHANCE}` },
  label_cohen: { name: 'Labels, Cohens κ', means: 'Dasselbe für zwei Personen, jede mit ihren eigenen Gewohnheiten.', caution: `${MATCHED} ${CHANCE}` },
  label_scott: { name: 'Labels, Scotts π', means: 'Dasselbe für zwei Personen mit gemeinsamen Anteilen der Labels.', caution: `${MATCHED} ${CHANCE}` },
  label_fleiss: { name: 'Labels, Fleiss’ κ', means: 'Dasselbe für mehrere Personen, nach Gwet, wo nicht alle markiert haben.', caution: `${MATCHED} ${CHANCE}` },
  character_alpha: { name: 'Zeichen, α', means: 'Zeichen für Zeichen: markiert oder nicht, über den Zufall hinaus.', caution: EMPTY_TEXT },
  character_cohen: { name: 'Zeichen, Cohens κ', means: 'Zeichen für Zeichen: markiert oder nicht, über den Zufall hinaus, für zwei Personen.', caution: EMPTY_TEXT },
  character_scott: { name: 'Zeichen, Scotts π', means: 'Dasselbe mit gemeinsamen Anteilen.', caution: EMPTY_TEXT },
  character_fleiss: { name: 'Zeichen, Fleiss’ κ', means: 'Dasselbe für mehrere Personen.', caution: EMPTY_TEXT },
  token_alpha: { name: 'Wörter, α', means: 'Wort für Wort: markiert oder nicht, über den Zufall hinaus.', caution: EMPTY_TEXT },
  token_cohen: { name: 'Wörter, Cohens κ', means: 'Wort für Wort: markiert oder nicht, über den Zufall hinaus, für zwei Personen.', caution: EMPTY_TEXT },
  token_scott: { name: 'Wörter, Scotts π', means: 'Dasselbe mit gemeinsamen Anteilen.', caution: EMPTY_TEXT },
  token_fleiss: { name: 'Wörter, Fleiss’ κ', means: 'Dasselbe für mehrere Personen.', caution: EMPTY_TEXT },
  unitizing_alpha: { name: 'α der Einteilung', means: 'Wo Markierungen eines Labels im Text beginnen und enden, über den Zufall hinaus (Krippendorff 1995). Abweichungen werden über Labels und Artikel addiert.', caution: 'Seine Skala ist eine eigene: nur mit sich selbst vergleichen. Überlappungen eigener Markierungen eines Labels gelten als eine.' },
  gamma: { name: 'γ', means: 'Wo Markierungen sind und welches Label sie haben, in einer Zahl über den Zufall hinaus; Überlappungen sind erlaubt.', caution: 'Der Zufall wird ausgelost. Nur für kleine Projekte berechnet.' },
  attribute_percent: { name: 'Werte, Prozent', means: 'Auf zusammengehörigen Markierungen: Anteil gleicher Werte.', caution: 'Zufall ist nicht abgezogen.' },
  attribute_alpha: { name: 'Werte, Krippendorffs α', means: 'Auf zusammengehörigen Markierungen: Übereinstimmung beim Wert über den Zufall hinaus; wie weit Werte auseinanderliegen, sagt die Art des Attributs.', caution: `Werte, die nur eine Person angab, und unbestätigte Vorgaben sind nicht darin. ${CHANCE}` },
}
