import { z } from 'zod';

/** A double on the wire: a JSON number, or the word for what JSON has no number for. As MLflow writes them. */
export const wireNumber = z.codec(
  z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity'])]),
  z.number().or(z.nan()).or(z.literal(Infinity)).or(z.literal(-Infinity)),
  {
    decode: (wire) => Number(wire),
    encode: (value) =>
      Number.isFinite(value) ? value : Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity',
  },
);
