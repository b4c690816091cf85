import {
  ActionIcon,
  Button,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  Modal,
  Popover,
  Tooltip,
} from '@mantine/core';

/** Mantine's ten dark surfaces and texts, lightest first, in step with `tokens.css`. */
const graphite: MantineColorsTuple = [
  '#e6e7ea',
  '#c9ccd1',
  '#a1a5ad',
  '#767b83',
  '#3a3e44',
  '#2a2d31',
  '#1d1f22',
  '#141517',
  '#101113',
  '#0b0c0e',
];

/** The one accent: what can be pressed, what is chosen. Data has its own colours. */
const ultramarine: MantineColorsTuple = [
  '#eef2ff',
  '#dde4ff',
  '#bccafe',
  '#a3b5ff',
  '#7d96f5',
  '#647fec',
  '#4e69e0',
  '#3f58d3',
  '#3349bd',
  '#27399a',
];

const tooltipEvents = { hover: true, focus: true, touch: false };

export const theme = createTheme({
  primaryColor: 'ultramarine',
  colors: { ultramarine, dark: graphite },
  primaryShade: 8,
  autoContrast: true,
  fontFamily: 'var(--font-text)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '1.3' },
      h2: { fontSize: '16px', lineHeight: '1.4' },
      h3: { fontSize: '14px', lineHeight: '1.45' },
    },
  },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  defaultRadius: '6px',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      vars: () => ({
        root: { '--button-height': '32px', '--button-fz': '13px', '--button-padding-x': '12px' },
      }),
    }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 32 } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 300, transitionProps: { duration: 100 }, events: tooltipEvents },
    }),
    Popover: Popover.extend({
      defaultProps: { shadow: 'md', transitionProps: { duration: 100 } },
    }),
    Modal: Modal.extend({
      defaultProps: {
        closeButtonProps: { 'aria-label': 'Close' },
        transitionProps: { duration: 120 },
        radius: 8,
      },
    }),
  },
});

const surfaces = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-dim)',
  '--mantine-color-placeholder': 'var(--text-dim)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--status-failed)',
  '--mantine-color-default': 'var(--surface-raised)',
  '--mantine-color-default-hover': 'var(--surface-hover)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-shadow-md': 'var(--shadow-float)',
};

/** Mantine's own names point at our tokens, so that its components and ours share one surface. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: surfaces,
  dark: { ...surfaces, '--mantine-color-gray-light-color': 'var(--text)' },
});
