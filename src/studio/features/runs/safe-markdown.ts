import createPurifier from 'dompurify';
import { marked } from 'marked';

const purifier = createPurifier(window);

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
  const html = marked.parse(markdown, { async: false, gfm: true });
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
    FORBID_ATTR: ['style', 'class', 'id', 'name'],
    ALLOW_DATA_ATTR: false,
  });
}
