export interface RunColour {
  /** For people who cannot see it. */
  readonly name: string;
  readonly light: string;
  readonly dark: string;
}

/**
 * Found by search, not by taste alone: fourteen hues whose least difference, over both themes and the four kinds of
 * colour vision, is as great as it gets while each keeps 3:1 against every surface. The tests hold it to that.
 * Neighbours in the list are far apart in hue, for runs made one after the other take one after the other.
 */
export const runPalette: readonly RunColour[] = [
  { name: 'blue', light: '#334efe', dark: '#5c82ff' },
  { name: 'red', light: '#d44f54', dark: '#ad6362' },
  { name: 'green', light: '#1e8959', dark: '#00b271' },
  { name: 'violet', light: '#6832b7', dark: '#ba9dff' },
  { name: 'brown', light: '#8a4a01', dark: '#d67401' },
  { name: 'sea', light: '#6a8e91', dark: '#36dbce' },
  { name: 'lilac', light: '#ad66ea', dark: '#a064d5' },
  { name: 'amber', light: '#b87b00', dark: '#feac08' },
  { name: 'petrol', light: '#00697a', dark: '#a9eefe' },
  { name: 'plum', light: '#641647', dark: '#ed06a8' },
  { name: 'ochre', light: '#8a6e00', dark: '#e4ce8d' },
  { name: 'navy', light: '#004873', dark: '#527c9e' },
  { name: 'rose', light: '#8f1f40', dark: '#fd7d97' },
  { name: 'olive', light: '#384000', dark: '#d9f12f' },
];
