import { z } from 'zod';

/** Anything but spaces, control characters, and what is drawn as nothing, such as a zero-width joiner alone. */
const visible = /[^\p{Z}\p{Cc}\p{Default_Ignorable_Code_Point}\u{2800}]/u;

/** A name that people give and look for: trimmed, of at most `max` characters, one of which can be seen. */
export function displayName(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((name) => visible.test(name), 'A name needs a character that can be seen.');
}
