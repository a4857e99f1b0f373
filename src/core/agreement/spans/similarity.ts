import { measured, notDefined, type Measured } from '../result.ts'
import { spanLength, spanOverlap, type SpanLike } from './span.ts'
import { prf, type Scores } from './modes.ts'

/** Intersection over union of two spans' characters. Undefined, `no_length`, for two spans of no length. */
export function spanIou(a: SpanLike, b: SpanLike): Measured<number> {
  const overlap = spanOverlap(a, b)
  return share(overlap, spanLength(a) + spanLength(b) - overlap)
}

/** 2·overlap / (both lengths). Undefined as IoU. */
export function spanDice(a: SpanLike, b: SpanLike): Measured<number> {
  return share(2 * spanOverlap(a, b), spanLength(a) + spanLength(b))
}

/** How much of the reference is covered, 0 to 100 (nervaluate). It is another number the other way round: not for agreement. */
export function overlapPercent(reference: SpanLike, response: SpanLike): Measured<number> {
  return share(100 * spanOverlap(reference, response), spanLength(reference))
}

function share(of: number, among: number): Measured<number> {
  return among > 0 ? measured(of / among) : notDefined('no_length')
}

/** Share of IoU values that reach the threshold. */
export function iouAgreement(values: readonly number[], threshold: number): Measured<number> {
  if (values.length === 0) return notDefined('no_items')
  return measured(values.filter((value) => value >= threshold).length / values.length)
}

/**
 * Label Studio's scores over pairs of regions: a hit reaches the threshold and has the same label; to reach it with another label
 * is against precision, to miss it with the same label against recall; other pairs are left out. Not a general definition.
 */
export function iouScores(pairs: readonly { readonly iou: number; readonly sameLabel: boolean }[], threshold: number): Scores {
  const close = pairs.filter(({ iou }) => iou >= threshold)
  const hits = close.filter(({ sameLabel }) => sameLabel).length
  return prf(hits, close.length, hits + pairs.filter(({ iou, sameLabel }) => sameLabel && iou < threshold).length)
}
