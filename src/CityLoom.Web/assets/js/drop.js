/* A file dropped anywhere on the field [data-drop] goes into its input; without this script the input alone does. */
for (const field of document.querySelectorAll('[data-drop]')) {
  const input = field.querySelector('input[type="file"]');
  const said = field.querySelector('[data-say]');
  const over = on => field.classList.toggle('over', on);
  const show = () => { if (input.files.length) said.textContent = field.dataset.chosen.replace('{name}', input.files[0].name); };

  field.addEventListener('dragover', event => { event.preventDefault(); over(true); });
  field.addEventListener('dragleave', () => over(false));
  field.addEventListener('drop', event => {
    event.preventDefault();
    over(false);
    if (event.dataTransfer.files.length) { input.files = event.dataTransfer.files; show(); }
  });
  input.addEventListener('change', show);
  show();
}
