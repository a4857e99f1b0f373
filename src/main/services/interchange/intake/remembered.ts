import type { ImportMap } from '../../../../core/formats/project/import-map.ts'
import { mergeMaps } from '../../../../core/formats/project/propose.ts'
import type { BundleContext } from '../../bundle/context.ts'
import { everyImport } from '../../bundle/import-record.ts'

/** What foreign names became in earlier imports of whoever imports, taken back or not; the last one counts. */
export async function rememberedMap(context: Pick<BundleContext, 'disk' | 'opened' | 'by'>): Promise<ImportMap> {
  return mergeMaps((await everyImport(context)).flatMap(({ source }) => (source ? [source.map] : [])))
}
