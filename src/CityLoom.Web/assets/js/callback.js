/* The call-back queue by keys: each control says its own. Without this script the same form works with the mouse and Tab. */
const form = document.querySelector('[data-callback] form');
document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.querySelector('[value="answered"]').click();
  } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !event.target.matches('textarea, input:not([type="radio"])')) {
    const key = event.key.toUpperCase();
    const to = key === 'C' ? form.querySelector('[value="contact"]') : form.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (to) { event.preventDefault(); to.click(); to.focus(); }
  }
});
