import { createTextAnnotator } from '@recogito/text-annotator'
import '@recogito/text-annotator/text-annotator.css'
import { run } from '../run.ts'
import { recogitoDesign, type CreateAnnotator } from './recogito.ts'

run(recogitoDesign(createTextAnnotator as unknown as CreateAnnotator))
