import type { AgreementWords } from './words.ts'

const FEW = 'Bei wenigen Textstellen oder Artikeln springt es: Intervall und Anzahl ansehen.'
const EMPTY_TEXT = 'Es hängt davon ab, wie viel Text niemand markiert hat; lange Textstellen wiegen am meisten, Grenzen zwischen sich berührenden sieht es nicht.'
const CHANCE = 'Wird eine Kategorie fast immer verwendet, kann es niedrig sein, obwohl fast alles gleich ist: den Prozentwert daneben ansehen.'
const MATCHED = 'Was nur eine Person markiert hat, ist nicht darin: Ob Stellen gefunden werden, sagt eine andere Zahl.'
const RIGHT = 'Es nimmt eine Person als richtig an.'

export const spanMeasuresDe: AgreementWords['measures'] = {
  f1_strict: { name: 'F1 der Textstellen, streng', means: 'Anteil der Textstellen, die zwei Personen gemeinsam haben: gleiche Grenzen und gleiche Kategorie. Bei mehr Personen das Mittel der Paare.', caution: FEW },
  f1_boundaries: { name: 'F1, gleiche Grenzen', means: 'Dasselbe, gleich welche Kategorie.', caution: FEW },
  f1_overlap: { name: 'F1, Überlappung', means: 'Gleiche Grenzen zählen ganz, Überlappungen halb, gleich welche Kategorie.', caution: 'Eine lange Textstelle findet leicht einen Partner.' },
  f1_type: { name: 'F1, gleiche Kategorie', means: 'Textstellen, die sich überlappen und dieselbe Kategorie haben, gleich welche Grenzen.', caution: 'Eine lange Textstelle findet leicht einen Partner.' },
  precision_strict: { name: 'Precision, streng', means: 'Die erste Person als Maßstab: Anteil der Textstellen der zweiten, die auch die erste hat.', caution: `${RIGHT} Umgekehrt ist es der Recall.` },
  precision_boundaries: { name: 'Precision, gleiche Grenzen', means: 'Anteil der Textstellen der zweiten Person mit Grenzen, die auch die erste hat.', caution: RIGHT },
  precision_overlap: { name: 'Precision, Überlappung', means: 'Dasselbe; Überlappungen zählen halb.', caution: RIGHT },
  precision_type: { name: 'Precision, gleiche Kategorie', means: 'Anteil der Textstellen der zweiten Person, die eine der ersten mit derselben Kategorie überlappen.', caution: RIGHT },
  recall_strict: { name: 'Recall, streng', means: 'Die erste Person als Maßstab: Anteil ihrer Textstellen, die auch die zweite hat.', caution: `${RIGHT} Umgekehrt ist es die Precision.` },
  recall_boundaries: { name: 'Recall, gleiche Grenzen', means: 'Anteil der Textstellen der ersten Person mit Grenzen, die auch die zweite hat.', caution: RIGHT },
  recall_overlap: { name: 'Recall, Überlappung', means: 'Dasselbe; Überlappungen zählen halb.', caution: RIGHT },
  recall_type: { name: 'Recall, gleiche Kategorie', means: 'Anteil der Textstellen der ersten Person, die eine der zweiten mit derselben Kategorie überlappen.', caution: RIGHT },
  found: { name: 'Gefunden', means: 'Anteil aller Textstellen, an deren Stelle auch die andere Person etwas markiert hat.', caution: 'Jede Überlappung zählt.' },
  same_boundaries: { name: 'Gleiche Grenzen', means: 'Von dem, was beide fanden: Anteil mit genau gleichen Grenzen.', caution: FEW },
  same_label: { name: 'Gleiche Kategorie', means: 'Von dem, was beide fanden: Anteil mit derselben Kategorie.', caution: 'Zufall ist nicht abgezogen: Bei wenigen Kategorien ist es von selbst hoch.' },
  same_attributes: { name: 'Gleiche Werte', means: 'Bei gleicher Kategorie: Anteil, bei dem alle Merkmale gleich sind, die beide beantwortet haben.', caution: 'Ein abweichendes Merkmal von vielen genügt. Welches, sagt die Tabelle der Merkmale.' },
  label_percent: { name: 'Kategorien, Prozent', means: 'Auf zusammengehörigen Textstellen: Anteil gleicher Kategorien.', caution: 'Zufall ist nicht abgezogen.' },
  label_alpha: { name: 'Kategorien, Krippendorffs α', means: 'Auf zusammengehörigen Textstellen: Übereinstimmung bei der Kategorie über den Zufall hinaus. 1 ist vollkommen, 0 ist Zufall. Für beliebig viele Personen.', caution: `${MATCHED} ${CHANCE}` },
  label_cohen: { name: 'Kategorien, Cohens κ', means: 'Dasselbe für zwei Personen, jede mit ihren eigenen Gewohnheiten.', caution: `${MATCHED} ${CHANCE}` },
  label_scott: { name: 'Kategorien, Scotts π', means: 'Dasselbe für zwei Personen mit gemeinsamen Anteilen der Kategorien.', caution: `${MATCHED} ${CHANCE}` },
  label_fleiss: { name: 'Kategorien, Fleiss’ κ', means: 'Dasselbe für mehrere Personen, nach Gwet, wo nicht alle markiert haben.', caution: `${MATCHED} ${CHANCE}` },
  character_alpha: { name: 'Zeichen, α', means: 'Zeichen für Zeichen: markiert oder nicht, über den Zufall hinaus.', caution: EMPTY_TEXT },
  character_cohen: { name: 'Zeichen, Cohens κ', means: 'Zeichen für Zeichen: markiert oder nicht, über den Zufall hinaus, für zwei Personen.', caution: EMPTY_TEXT },
  character_scott: { name: 'Zeichen, Scotts π', means: 'Dasselbe mit gemeinsamen Anteilen.', caution: EMPTY_TEXT },
  character_fleiss: { name: 'Zeichen, Fleiss’ κ', means: 'Dasselbe für mehrere Personen.', caution: EMPTY_TEXT },
  token_alpha: { name: 'Wörter, α', means: 'Wort für Wort: markiert oder nicht, über den Zufall hinaus.', caution: EMPTY_TEXT },
  token_cohen: { name: 'Wörter, Cohens κ', means: 'Wort für Wort: markiert oder nicht, über den Zufall hinaus, für zwei Personen.', caution: EMPTY_TEXT },
  token_scott: { name: 'Wörter, Scotts π', means: 'Dasselbe mit gemeinsamen Anteilen.', caution: EMPTY_TEXT },
  token_fleiss: { name: 'Wörter, Fleiss’ κ', means: 'Dasselbe für mehrere Personen.', caution: EMPTY_TEXT },
  unitizing_alpha: { name: 'α der Einteilung', means: 'Wo Textstellen einer Kategorie im Text beginnen und enden, über den Zufall hinaus (Krippendorff 1995). Abweichungen werden über Kategorien und Artikel addiert.', caution: 'Seine Skala ist eine eigene: nur mit sich selbst vergleichen. Überlappungen eigener Textstellen einer Kategorie gelten als eine.' },
  gamma: { name: 'γ', means: 'Wo Textstellen sind und welche Kategorie sie haben, in einer Zahl über den Zufall hinaus; Überlappungen sind erlaubt.', caution: 'Der Zufall wird ausgelost. Nur für kleine Projekte berechnet.' },
  attribute_percent: { name: 'Werte, Prozent', means: 'Auf zusammengehörigen Textstellen: Anteil gleicher Werte.', caution: 'Zufall ist nicht abgezogen.' },
  attribute_alpha: { name: 'Werte, Krippendorffs α', means: 'Auf zusammengehörigen Textstellen: Übereinstimmung beim Wert über den Zufall hinaus; wie weit Werte auseinanderliegen, sagt die Art des Merkmals.', caution: `Werte, die nur eine Person angab, und unbestätigte Vorgaben sind nicht darin. ${CHANCE}` },
}
