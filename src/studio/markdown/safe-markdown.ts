import createPurifier from 'dompurify';
import { Marked } from 'marked';

const purifier = createPurifier(window);

const reader = new Marked({ gfm: true, renderer: { html: ({ text }) => withoutHandlers(text) } });

/** Tags without handlers: even in documents that run nothing browsers log each as an attack. */
function withoutHandlers(html: string): string {
  return html.replaceAll(/<[^>]*>/g, (tag) => tag.replaceAll(/([\s/"'])on\w+(?=\s*=)/gi, '$1data-no'));
}

/** What would make a text of others look like a part of the studio, or unlike it. */
const restyling = ['style', 'border', 'bgcolor', 'background', 'color', 'face', 'size', 'width', 'height'];

// A link leads out of the studio in a tab of its own, and tells the other side nothing.
purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName !== 'A') return;
  node.setAttribute('target', '_blank');
  node.setAttribute('rel', 'noopener noreferrer nofollow');
});

/**
 * Markdown as HTML without scripts, styles, forms or frames. Pictures are left out: to load one would tell a stranger's
 * server who reads this.
 */
export function toSafeHtml(markdown: string): string {
  return purify(reader.parse(markdown, { async: false }));
}

/** HTML that somebody else wrote, without anything that could act, load or restyle. */
export function sanitizeHtml(html: string): string {
  return purify(withoutHandlers(html));
}

function purify(html: string): string {
  return purifier.sanitize(html, {
    USE_PROFILES: { html: true },
    FORBID_TAGS: [
      'style',
      'form',
      'input',
      'button',
      'select',
      'textarea',
      'img',
      'picture',
      'audio',
      'video',
    ],
    FORBID_ATTR: [...restyling, 'class', 'id', 'name'],
    ALLOW_DATA_ATTR: false,
  });
}
