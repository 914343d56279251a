import { z } from 'zod';

/** A group of which only some keys matter here; anything else in its place counts as an empty one. */
export function part<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.preprocess(
    (value) => (typeof value === 'object' && !Array.isArray(value) ? (value ?? {}) : {}),
    z.object(shape),
  );
}

/** A list of texts; whatever is none counts as empty. */
export const texts = z.array(z.string().catch('')).catch([]);
