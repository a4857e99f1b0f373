import { createTextAnnotator } from 'recogito-3'
import 'recogito-3/text-annotator.css'
import { run } from '../run.ts'
import { recogitoDesign, type CreateAnnotator } from './recogito.ts'

run(recogitoDesign(createTextAnnotator as unknown as CreateAnnotator))
